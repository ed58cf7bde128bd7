using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>Text that does not start with this text.</summary>
internal sealed class NotStartingWith : Operator
{
    public override string Suffix => "_not_starts_with";
    public override Comparison Comparison => Comparison.StartsWith;
    public override bool Negated => true;

    public override bool Suits(MemberKind kind) => IsText(kind);
}
