using System.Globalization;
using System.Text;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>Writes a query as text: two queries that find the same have the same text, others never do.</summary>
internal static class QueryText
{
    public static string Of(ContentQuery query)
    {
        var text = new StringBuilder(256);
        text.Append((int)query.Status).Append('|').Append(query.Skip).Append('|').Append(query.Take);
        Write(text, 'T', query.Types);
        foreach (var sort in query.OrderBy) text.Append(sort.Descending ? '-' : '+').Append((int?)sort.Column).Append(':').Append((int)sort.Kind).Append(sort.Key).Append(';');
        if (query.Where is not null) Write(text, query.Where);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Filter filter)
    {
        switch (filter)
        {
            case AllOf all: Write(text, '&', all.Filters); break;
            case AnyOf any: Write(text, '/', any.Filters); break;
            case Not not: Write(text, '!', [not.Filter]); break;
            case ColumnIs column: Write(text.Append('C').Append((int)column.Column).Append(',').Append((int)column.Comparison), '=', column.Values); break;
            case FieldIs field: Write(text.Append('F').Append(field.Key).Append(',').Append((int)field.Kind).Append(',').Append((int)field.Comparison), '=', field.Values); break;
            case PathIs path: Write(text.Append('P').Append((int)path.Comparison), '=', path.Values); break;
            case AliasIs alias: Write(text.Append('A').Append((int)alias.Comparison), '=', alias.Values); break;
            case TaggedWith tagged: Write(text.Append('G').Append(tagged.Key), '=', tagged.TermIds); break;
            case RefersTo refers: Write(text.Append('R').Append(refers.Key), '=', refers.ItemIds); break;
            default: throw new ArgumentException($"The filter {filter.GetType().Name} is not known.", nameof(filter));
        }
    }

    private static void Write(StringBuilder text, char kind, IReadOnlyList<Filter> filters)
    {
        text.Append(kind).Append(filters.Count).Append('(');
        foreach (var filter in filters) Write(text, filter);
        text.Append(')');
    }

    // Values carry their length, so that no value can look like the end of another.
    private static void Write(StringBuilder text, char kind, IReadOnlyList<object?> values)
    {
        text.Append(kind).Append(values.Count).Append('[');
        foreach (var value in values)
        {
            var written = value switch
            {
                null => null,
                DateTime moment => moment.Ticks.ToString(CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => value.ToString(),
            };
            if (written is null) text.Append('~');
            else text.Append(written.Length).Append(':').Append(written);
        }

        text.Append(']');
    }
}
