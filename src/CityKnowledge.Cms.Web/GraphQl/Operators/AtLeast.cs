using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>This much or more; this moment or later.</summary>
internal sealed class AtLeast : Operator
{
    public override string Suffix => "_gte";
    public override Comparison Comparison => Comparison.GreaterOrEqual;

    public override bool Suits(MemberKind kind) => IsOrdered(kind);
}
