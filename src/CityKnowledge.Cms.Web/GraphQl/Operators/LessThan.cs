using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>Less, or earlier, than this.</summary>
internal sealed class LessThan : Operator
{
    public override string Suffix => "_lt";
    public override Comparison Comparison => Comparison.Less;

    public override bool Suits(MemberKind kind) => IsOrdered(kind);
}
