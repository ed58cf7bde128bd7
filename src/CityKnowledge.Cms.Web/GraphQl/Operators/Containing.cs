using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>Text that contains this text.</summary>
internal sealed class Containing : Operator
{
    public override string Suffix => "_contains";
    public override Comparison Comparison => Comparison.Contains;

    public override bool Suits(MemberKind kind) => IsText(kind);
}
