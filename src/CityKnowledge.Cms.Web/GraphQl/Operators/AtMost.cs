using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>This much or less; this moment or earlier.</summary>
internal sealed class AtMost : Operator
{
    public override string Suffix => "_lte";
    public override Comparison Comparison => Comparison.LessOrEqual;

    public override bool Suits(MemberKind kind) => IsOrdered(kind);
}
