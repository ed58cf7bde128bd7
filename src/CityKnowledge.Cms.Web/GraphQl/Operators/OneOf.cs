using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>One of these values.</summary>
internal sealed class OneOf : Operator
{
    public override string Suffix => "_in";
    public override Comparison Comparison => Comparison.In;
    public override bool TakesList => true;

    public override bool Suits(MemberKind kind) => IsComparable(kind) && kind != MemberKind.Flag;
}
