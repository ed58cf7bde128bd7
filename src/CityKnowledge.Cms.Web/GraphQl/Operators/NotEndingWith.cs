using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>Text that does not end with this text.</summary>
internal sealed class NotEndingWith : Operator
{
    public override string Suffix => "_not_ends_with";
    public override Comparison Comparison => Comparison.EndsWith;
    public override bool Negated => true;

    public override bool Suits(MemberKind kind) => IsText(kind);
}
