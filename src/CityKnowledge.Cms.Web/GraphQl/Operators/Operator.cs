using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.GraphQl.Filters;

namespace CityKnowledge.Cms.Web.GraphQl.Operators;

/// <summary>A way to compare, written as the ending of a filter's name: <c>population_gt</c>.</summary>
internal abstract class Operator
{
    public abstract string Suffix { get; }
    public abstract Comparison Comparison { get; }

    /// <summary>Whether the comparison must not hold. What has no value at all passes too.</summary>
    public virtual bool Negated => false;
    public virtual bool TakesList => false;

    public abstract bool Suits(MemberKind kind);

    public Filter Apply(FilterValue target, IReadOnlyList<object?> values) =>
        Negated ? new Not(target.Compare(Comparison, values)) : target.Compare(Comparison, values);

    protected static bool IsText(MemberKind kind) => kind is MemberKind.Text or MemberKind.Texts;

    protected static bool IsOrdered(MemberKind kind) => kind is MemberKind.Number or MemberKind.Date or MemberKind.Moment or MemberKind.Time;

    protected static bool IsComparable(MemberKind kind) =>
        IsText(kind) || IsOrdered(kind) || kind is MemberKind.Flag or MemberKind.Items or MemberKind.Terms;
}
