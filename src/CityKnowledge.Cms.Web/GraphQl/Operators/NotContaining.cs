using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>Text that does not contain this text.</summary>
internal sealed class NotContaining : Operator
{
    public override string Suffix => "_not_contains";
    public override Comparison Comparison => Comparison.Contains;
    public override bool Negated => true;

    public override bool Suits(MemberKind kind) => IsText(kind);
}
