using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Search.Documents;
using Lucene.Net.Analysis;
using Lucene.Net.Index;
using Lucene.Net.QueryParsers.Classic;
using Lucene.Net.QueryParsers.Simple;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>A query in Lucene's own syntax.</summary>
internal sealed class QueryStringClause : Clause
{
    public override string Name => "query_string";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var text = SyntaxLimits.Check(ClauseReader.Text(body.Get("query"), $"{at}.query"), at);
        return ClauseReader.Boosted(Parse(text, body.Get("default_field").AsText() ?? ItemFields.FullText, reader.Analyzer, at), body, at);
    }

    internal static Query Parse(string text, string field, Analyzer analyzer, string at)
    {
        try
        {
            return new SafeParser(field, analyzer) { AllowLeadingWildcard = true }.Parse(text);
        }
        catch (ParseException trouble)
        {
            throw ClauseReader.Problem(at, $"'{text}' is not in Lucene's query syntax: {trouble.Message.Split('\n')[0].TrimEnd('.', '\r')}");
        }
    }

    private sealed class SafeParser(string field, Analyzer analyzer) : QueryParser(LuceneVersion.LUCENE_48, field, analyzer)
    {
        protected override Query NewWildcardQuery(Term t) => Patterns.Wildcard(t.Field, t.Text, "query_string");

        protected override Query NewRegexpQuery(Term regexp) => Patterns.Regexp(regexp.Field, regexp.Text, "query_string");
    }
}

/// <summary>Words with a few signs: + | - "…" * ( ); it is never wrong.</summary>
internal sealed class SimpleQueryStringClause : Clause
{
    private const int MostFields = 32;

    public override string Name => "simple_query_string";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var text = SyntaxLimits.Check(ClauseReader.Text(body.Get("query"), $"{at}.query"), at);
        var parser = new SimpleQueryParser(reader.Analyzer, Weights(body.Get("fields"), $"{at}.fields"))
        {
            DefaultOperator = MatchClause.Operator(body.Get("default_operator"), $"{at}.default_operator"),
        };
        return ClauseReader.Boosted(parser.Parse(text) ?? new BooleanQuery(), body, at);
    }

    private static Dictionary<string, float> Weights(JsonElement fields, string at)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        var names = fields.ValueKind == JsonValueKind.String ? [fields.GetString()!] : fields.AsTexts().ToList();
        if (names.Count > MostFields) throw ClauseReader.Problem(at, $"there are more than {MostFields} fields");
        foreach (var name in names)
        {
            var caret = name.IndexOf('^', StringComparison.Ordinal);
            weights[caret < 0 ? name : name[..caret]] = caret < 0 ? 1 : Weight(name[(caret + 1)..], at);
        }

        if (weights.Count == 0) weights[ItemFields.FullText] = 1;
        return weights;
    }

    private static float Weight(string text, string at) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && weight is >= 0 and <= 1_000_000
            ? weight
            : throw ClauseReader.Problem(at, $"'{text}' is no weight; expected a field such as Content.ContentItem.FullText^2");
}

/// <summary>Keeps texts in query syntax small: their parsers call themselves for every bracket.</summary>
internal static class SyntaxLimits
{
    private const int LongestText = 2000;
    private const int MostBrackets = 50;

    public static string Check(string text, string at)
    {
        if (text.Length > LongestText) throw ClauseReader.Problem(at, $"the text is longer than {LongestText} characters");
        if (text.Count(letter => letter == '(') > MostBrackets) throw ClauseReader.Problem(at, $"there are more than {MostBrackets} brackets");
        return text;
    }
}
