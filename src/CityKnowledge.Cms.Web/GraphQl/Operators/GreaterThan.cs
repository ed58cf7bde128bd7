using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>More, or later, than this.</summary>
internal sealed class GreaterThan : Operator
{
    public override string Suffix => "_gt";
    public override Comparison Comparison => Comparison.Greater;

    public override bool Suits(MemberKind kind) => IsOrdered(kind);
}
