using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>A value as it is.</summary>
internal sealed class TermClause : Clause
{
    public override string Name => "term";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var (field, options, here) = ClauseReader.OneField(body, at);
        return ClauseReader.Boosted(ExactValues.Equal(field, ClauseReader.Value(options, here, "value"), reader, here), options, here);
    }
}

/// <summary>One of several values.</summary>
internal sealed class TermsClause : Clause
{
    public override string Name => "terms";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var (field, values, here) = ClauseReader.OneField(body, at);
        if (values.ValueKind != JsonValueKind.Array) throw ClauseReader.Problem(here, "expected a list of values");
        if (values.GetArrayLength() > BooleanQuery.MaxClauseCount) throw ClauseReader.Problem(here, $"there are more than {BooleanQuery.MaxClauseCount} values");
        var any = new BooleanQuery(disableCoord: true);
        foreach (var value in values.EnumerateArray()) any.Add(ExactValues.Equal(field, value, reader, here), Occur.SHOULD);
        return any;
    }
}

/// <summary>Values between bounds; one bound is enough.</summary>
internal sealed class RangeClause : Clause
{
    public override string Name => "range";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var (field, options, here) = ClauseReader.OneField(body, at);
        if (options.ValueKind != JsonValueKind.Object) throw ClauseReader.Problem(here, "expected an object with gt, gte, lt or lte");
        foreach (var member in options.EnumerateObject())
        {
            if (member.Name is not ("gt" or "gte" or "lt" or "lte" or "boost")) throw ClauseReader.Problem($"{here}.{member.Name}", "unknown member. Known: gt, gte, lt, lte, boost");
        }

        var (lower, withLower) = Bound(options, "gte", "gt");
        var (upper, withUpper) = Bound(options, "lte", "lt");
        if (lower.ValueKind == JsonValueKind.Undefined && upper.ValueKind == JsonValueKind.Undefined) throw ClauseReader.Problem(here, "expected gt, gte, lt or lte");
        return ClauseReader.Boosted(ExactValues.Range(field, new ExactValues.Bounds(lower, upper, withLower, withUpper), reader, here), options, here);
    }

    private static (JsonElement Value, bool Included) Bound(JsonElement options, string including, string excluding)
    {
        var value = options.Get(including);
        if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)) return (value, true);
        value = options.Get(excluding);
        return value.ValueKind == JsonValueKind.Null ? (default, true) : (value, value.ValueKind == JsonValueKind.Undefined);
    }
}

/// <summary>Values that begin so.</summary>
internal sealed class PrefixClause : Clause
{
    public override string Name => "prefix";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var (field, options, here) = ClauseReader.OneField(body, at);
        var prefix = reader.Folded(field, ClauseReader.Text(ClauseReader.Value(options, here, "value", "prefix"), here));
        return ClauseReader.Boosted(new PrefixQuery(new Term(field, prefix)), options, here);
    }
}

/// <summary>Values that differ in a few letters.</summary>
internal sealed class FuzzyClause : Clause
{
    private const int LongestText = 64;
    private const int MostExpansions = 200;

    public override string Name => "fuzzy";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var (field, options, here) = ClauseReader.OneField(body, at);
        var text = reader.Folded(field, ClauseReader.Text(ClauseReader.Value(options, here, "value"), here));
        if (text.Length > LongestText) throw ClauseReader.Problem(here, $"the text is longer than {LongestText} characters");
        var query = new FuzzyQuery(
            new Term(field, text),
            Edits(options.Get("fuzziness"), text, $"{here}.fuzziness"),
            Option(options, "prefix_length", here, FuzzyQuery.DefaultPrefixLength, LongestText),
            Option(options, "max_expansions", here, FuzzyQuery.DefaultMaxExpansions, MostExpansions),
            FuzzyQuery.DefaultTranspositions);
        return ClauseReader.Boosted(query, options, here);
    }

    private static int Edits(JsonElement json, string text, string at)
    {
        if (json.ValueKind == JsonValueKind.Undefined) return FuzzyQuery.DefaultMaxEdits;
        if (!string.Equals(json.AsText(), "auto", StringComparison.OrdinalIgnoreCase)) return ClauseReader.Whole(json, at, 0, 2);
        return text.Length switch { < 3 => 0, < 6 => 1, _ => 2 };
    }

    private static int Option(JsonElement options, string name, string at, int whenAbsent, int most) =>
        options.Get(name) is { ValueKind: not JsonValueKind.Undefined } given ? ClauseReader.Whole(given, $"{at}.{name}", 0, most) : whenAbsent;
}
