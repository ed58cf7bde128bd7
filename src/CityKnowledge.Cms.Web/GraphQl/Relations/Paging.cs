using CityKnowledge.Cms.Web.GraphQl.Building;
using GraphQL;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Relations;

/// <summary>Which part of a list is asked for. Numbers below zero and above the limit were refused before, or are cut here.</summary>
internal readonly record struct Page(int Skip, int Take, bool FromEnd)
{
    /// <summary>Skips first; <c>last</c> wins over <c>first</c>.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> all)
    {
        var rest = Math.Max(0, all.Count - Skip);
        if (Skip == 0 && rest <= Take) return all;
        var take = Math.Min(Take, rest);
        var start = FromEnd ? all.Count - take : Skip;
        return [.. all.Skip(start).Take(take)];
    }
}

/// <summary>The arguments <c>first</c>, <c>last</c> and <c>skip</c>.</summary>
internal sealed class Paging(Scalars scalars, GraphQlSettings settings)
{
    public QueryArgument[] Arguments() => [First(), new QueryArgument(scalars.Whole) { Name = "last" }, Skip()];

    public QueryArgument First() => new(scalars.Whole) { Name = "first" };

    public QueryArgument Skip() => new(scalars.Whole) { Name = "skip" };

    public Page Read(IResolveFieldContext context, int? usual = null)
    {
        var last = Number(context, "last");
        var take = last ?? Number(context, "first") ?? 0;
        if (take <= 0) take = usual ?? settings.DefaultNumberOfResults;
        return new Page(Math.Max(0, Number(context, "skip") ?? 0), Math.Min(take, settings.MaxNumberOfResults), last > 0);
    }

    private static int? Number(IResolveFieldContext context, string name) =>
        context.Arguments is { } arguments && arguments.TryGetValue(name, out var argument) ? argument.Value as int? : null;
}
