using CityKnowledge.Cms.Content.Queries;
using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;

namespace CityKnowledge.Cms.Web.GraphQl.Sorting;

/// <summary>
/// Turns an <c>orderBy</c> argument into an order. Its members apply in the order in which they were written, which the
/// parsed value has lost: it is read from the query's text, or from the variable as it was sent.
/// </summary>
internal static class OrderReading
{
    public static IReadOnlyList<SortBy> Read(SortSet meaning, IResolveFieldContext context, object? orderBy)
    {
        if (orderBy is not IDictionary<string, object?> parsed || parsed.Count == 0) return [];
        var steps = new List<SortBy>(parsed.Count);
        var written = context.FieldAst.Arguments?.Find("orderBy")?.Value;
        Collect(meaning, parsed, written, Sent(context, written), steps);
        return steps;
    }

    private static void Collect(SortSet meaning, IDictionary<string, object?> parsed, GraphQLValue? written, object? sent, List<SortBy> steps)
    {
        foreach (var name in NamesInOrder(parsed, written, sent))
        {
            if (!parsed.TryGetValue(name, out var value) || value is null) continue;
            var (step, members) = meaning.Find(name);
            if (step is not null) steps.Add(step with { Descending = value is true });
            if (members is not null && value is IDictionary<string, object?> inner)
            {
                Collect(members, inner, (written as GraphQLObjectValue)?.Field(name)?.Value, (sent as IDictionary<string, object?>)?[name], steps);
            }
        }
    }

    private static IEnumerable<string> NamesInOrder(IDictionary<string, object?> parsed, GraphQLValue? written, object? sent) =>
        written is GraphQLObjectValue { Fields: { } fields } ? fields.Select(field => field.Name.StringValue)
        : sent is IDictionary<string, object?> members ? members.Keys
        : parsed.Keys;

    private static object? Sent(IResolveFieldContext context, GraphQLValue? written) =>
        written is GraphQLVariable variable ? context.ExecutionContext.ExecutionOptions.Variables?.GetValueOrDefault(variable.Name.StringValue) : null;
}
