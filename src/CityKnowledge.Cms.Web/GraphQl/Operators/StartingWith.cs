using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>Text that starts with this text.</summary>
internal sealed class StartingWith : Operator
{
    public override string Suffix => "_starts_with";
    public override Comparison Comparison => Comparison.StartsWith;

    public override bool Suits(MemberKind kind) => IsText(kind);
}
