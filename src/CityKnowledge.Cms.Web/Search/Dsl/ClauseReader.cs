using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.Search.Documents;
using CityKnowledge.Cms.Web.Search.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>Reads one query of the JSON query language; whatever is wrong becomes a message that says where.</summary>
internal sealed class ClauseReader(DocumentPlan plan, Analyzer analyzer)
{
    private const int DeepestClause = 20;
    private const int MostClauses = 2000;
    private static readonly FrozenDictionary<string, Clause> Clauses = Clause.All.ToFrozenDictionary(clause => clause.Name, StringComparer.Ordinal);
    private static readonly string Known = string.Join(", ", Clauses.Keys.Order(StringComparer.Ordinal));
    private int depth;
    private int count;

    /// <summary>Cuts the words of queries.</summary>
    public Analyzer Analyzer => analyzer;

    /// <summary>How a field compares; null when nothing is known about it.</summary>
    public IndexedKind? KindOf(string field) => plan.KindOf(field);

    /// <summary>Reads <c>{ "name": … }</c>.</summary>
    public Query Read(JsonElement json, string at)
    {
        if (json.ValueKind != JsonValueKind.Object || json.GetPropertyCount() != 1)
        {
            throw Problem(at, $"expected an object with one clause. Known clauses: {Known}");
        }

        var member = json.EnumerateObject().First();
        if (!Clauses.TryGetValue(member.Name, out var clause)) throw Problem(at, $"there is no clause '{member.Name}'. Known clauses: {Known}");
        if (++count > MostClauses) throw Problem(at, $"there are more than {MostClauses} clauses");
        if (++depth > DeepestClause) throw Problem(at, $"clauses are nested deeper than {DeepestClause}");
        var query = clause.Read(member.Value, this, $"{at}.{member.Name}");
        depth--;
        return query;
    }

    /// <summary>Reads <c>{ "field": … }</c>.</summary>
    public static (string Field, JsonElement Value, string At) OneField(JsonElement body, string at)
    {
        if (body.ValueKind != JsonValueKind.Object || body.GetPropertyCount() != 1) throw Problem(at, "expected an object with one field name");
        var member = body.EnumerateObject().First();
        return (member.Name, member.Value, $"{at}.{member.Name}");
    }

    /// <summary>The value of <c>"v"</c> or <c>{ "value": "v" }</c>, under the first of the names that is there.</summary>
    public static JsonElement Value(JsonElement json, string at, params string[] names)
    {
        if (json.ValueKind != JsonValueKind.Object) return json;
        foreach (var name in names)
        {
            if (json.TryGetProperty(name, out var value)) return value;
        }

        throw Problem(at, $"expected a value, or an object with '{string.Join("' or '", names)}'");
    }

    public static string Text(JsonElement json, string at) => json.AsText() ?? throw Problem(at, "expected a text");

    public static int Whole(JsonElement json, string at, int least, int most) =>
        json.AsNumber() is { } number && number == decimal.Truncate(number) && number >= least && number <= most
            ? (int)number
            : throw Problem(at, string.Create(CultureInfo.InvariantCulture, $"expected a whole number from {least} to {most}"));

    /// <summary>Sets the boost when there is one.</summary>
    public static Query Boosted(Query query, JsonElement options, string at)
    {
        var boost = options.Get("boost");
        if (boost.ValueKind == JsonValueKind.Undefined) return query;
        query.Boost = boost.AsNumber() is { } number and >= 0 and <= 1_000_000 ? (float)number : throw Problem($"{at}.boost", "expected a number from 0 to 1000000");
        return query;
    }

    /// <summary>A pattern or prefix in the form that the words of the field have.</summary>
    public string Folded(string field, string text) => KindOf(field) == IndexedKind.Words ? WordFolding.Fold(text) : text;

    /// <summary>An error at a place of the query.</summary>
    public static BadQueryException Problem(string at, string message) => new($"{at}: {message}.");
}
