using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>The same value; for lists of values and ids, one of them.</summary>
internal sealed class EqualTo : Operator
{
    public override string Suffix => "";
    public override Comparison Comparison => Comparison.Equal;

    public override bool Suits(MemberKind kind) => IsComparable(kind);
}
