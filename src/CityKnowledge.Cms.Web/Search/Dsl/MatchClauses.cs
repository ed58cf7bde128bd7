using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Search.Documents;
using CityKnowledge.Cms.Web.Search.Text;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>Everything.</summary>
internal sealed class MatchAllClause : Clause
{
    public override string Name => "match_all";

    public override Query Read(JsonElement body, ClauseReader reader, string at) => ClauseReader.Boosted(new MatchAllDocsQuery(), body, at);
}

/// <summary>The words of a text.</summary>
internal sealed class MatchClause : Clause
{
    public override string Name => "match";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var (field, options, here) = ClauseReader.OneField(body, at);
        var value = ClauseReader.Value(options, here, "query");
        if (reader.KindOf(field) is not (null or IndexedKind.Words)) return ClauseReader.Boosted(ExactValues.Equal(field, value, reader, here), options, here);
        var query = WordQueries.Find(reader.Analyzer, field, ClauseReader.Text(value, here), Operator(options.Get("operator"), $"{here}.operator"));
        return ClauseReader.Boosted(query ?? WithoutWords(options.Get("zero_terms_query"), $"{here}.zero_terms_query"), options, here);
    }

    internal static Occur Operator(JsonElement json, string at) => json.AsText()?.ToLowerInvariant() switch
    {
        null or "or" => Occur.SHOULD,
        "and" => Occur.MUST,
        _ => throw ClauseReader.Problem(at, "expected 'and' or 'or'"),
    };

    private static Query WithoutWords(JsonElement json, string at) => json.AsText()?.ToLowerInvariant() switch
    {
        null or "none" => new BooleanQuery(),
        "all" => new MatchAllDocsQuery(),
        _ => throw ClauseReader.Problem(at, "expected 'all' or 'none'"),
    };
}

/// <summary>The words of a text side by side.</summary>
internal sealed class MatchPhraseClause : Clause
{
    private const int MostSlop = 1000;

    public override string Name => "match_phrase";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var (field, options, here) = ClauseReader.OneField(body, at);
        var text = ClauseReader.Text(ClauseReader.Value(options, here, "value", "query"), here);
        var slop = options.Get("slop") is { ValueKind: not JsonValueKind.Undefined } given ? ClauseReader.Whole(given, $"{here}.slop", 0, MostSlop) : 0;
        return ClauseReader.Boosted(WordQueries.FindPhrase(reader.Analyzer, field, text, slop) ?? new BooleanQuery(), options, here);
    }
}
