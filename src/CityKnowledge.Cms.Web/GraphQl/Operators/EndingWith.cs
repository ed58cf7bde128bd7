using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>Text that ends with this text.</summary>
internal sealed class EndingWith : Operator
{
    public override string Suffix => "_ends_with";
    public override Comparison Comparison => Comparison.EndsWith;

    public override bool Suits(MemberKind kind) => IsText(kind);
}
