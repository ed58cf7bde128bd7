using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>None of these values.</summary>
internal sealed class NoneOf : Operator
{
    public override string Suffix => "_not_in";
    public override Comparison Comparison => Comparison.In;
    public override bool Negated => true;
    public override bool TakesList => true;

    public override bool Suits(MemberKind kind) => IsComparable(kind) && kind != MemberKind.Flag;
}
