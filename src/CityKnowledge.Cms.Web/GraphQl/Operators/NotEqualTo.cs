using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>Another value, or none.</summary>
internal sealed class NotEqualTo : Operator
{
    public override string Suffix => "_not";
    public override Comparison Comparison => Comparison.Equal;
    public override bool Negated => true;

    public override bool Suits(MemberKind kind) => IsComparable(kind);
}
