using System.Collections;
using CityKnowledge.Cms.Content.Queries;
using GraphQL;

namespace CityKnowledge.Cms.Web.GraphQl.Filters;

/// <summary>Turns a <c>where</c> argument into a filter. Null members are left out, as if they were not written.</summary>
internal sealed class WhereReading(int mostConditions)
{
    public static IReadOnlyList<string> Junctions { get; } = ["OR", "AND", "NOT"];

    private const int MostValues = 1000;
    private int conditions;

    /// <exception cref="ExecutionError">There are more conditions than allowed.</exception>
    public static Filter? Read(FilterSet meaning, object? where, int mostConditions)
    {
        if (where is not IDictionary<string, object?> members) return null;
        var filters = new List<Filter>();
        new WhereReading(mostConditions).Collect(meaning, members, filters);
        return filters switch { [] => null, [var one] => one, _ => new AllOf(filters) };
    }

    private void Collect(FilterSet meaning, IDictionary<string, object?> members, List<Filter> into)
    {
        foreach (var (name, value) in members)
        {
            if (value is null) continue;
            switch (name)
            {
                case "OR": Add(into, Alternatives(meaning, value)); break;
                case "AND": Add(into, All(meaning, value)); break;
                case "NOT": Add(into, All(meaning, value) is { } all ? new Not(all) : null); break;
                default: Compare(meaning.Find(name), value, into); break;
            }
        }
    }

    // As documented: inside OR every member of every object is an alternative of its own; AND groups.
    private AnyOf? Alternatives(FilterSet meaning, object value) =>
        CollectEach(meaning, value) is { Count: > 0 } filters ? new AnyOf(filters) : null;

    private AllOf? All(FilterSet meaning, object value) =>
        CollectEach(meaning, value) is { Count: > 0 } filters ? new AllOf(filters) : null;

    private List<Filter> CollectEach(FilterSet meaning, object value)
    {
        var filters = new List<Filter>();
        foreach (var members in ((IEnumerable)value).OfType<IDictionary<string, object?>>()) Collect(meaning, members, filters);
        return filters;
    }

    private void Compare(FilterStep? step, object value, List<Filter> into)
    {
        switch (step)
        {
            case GroupStep group when value is IDictionary<string, object?> members:
                Collect(group.Members, members, into);
                break;
            case ComparisonStep comparison:
                var values = comparison.Operator.TakesList ? ((IEnumerable)value).Cast<object?>().Where(one => one is not null).ToList() : [value];
                Count(values.Count);
                into.Add(comparison.Operator.Apply(comparison.Target, values));
                break;
        }
    }

    // The database translates conditions by recursion; a limit keeps its stack, and its time, small.
    private void Count(int values)
    {
        if (++conditions > mostConditions) throw new ExecutionError($"The argument 'where' has more than {mostConditions} conditions.");
        if (values > MostValues) throw new ExecutionError($"The argument 'where' has a list of more than {MostValues} values.");
    }

    private static void Add(List<Filter> into, Filter? filter)
    {
        if (filter is not null) into.Add(filter);
    }
}
