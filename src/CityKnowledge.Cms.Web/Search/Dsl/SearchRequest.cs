using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.Search.Indexes;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>A whole request of the JSON query language.</summary>
/// <param name="Sort">Null: best first.</param>
internal sealed record SearchRequest(Query Query, int From, int Size, Sort? Sort)
{
    public const int DefaultSize = 10;
    public const int MostSize = 1000;
    private const int Deepest = 10_000;
    private const int LongestText = 100_000;
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <exception cref="BadQueryException">Something is wrong; the message says where.</exception>
    public static SearchRequest Parse(string text, SearchIndex index)
    {
        if (text.Length > LongestText) throw new BadQueryException($"The query is longer than {LongestText} characters.");
        try
        {
            using var json = JsonDocument.Parse(text, Lenient);
            return Read(json.RootElement, index);
        }
        catch (JsonException trouble)
        {
            throw new BadQueryException($"The query is no JSON: {trouble.Message}", trouble);
        }
    }

    private static SearchRequest Read(JsonElement json, SearchIndex index)
    {
        if (json.ValueKind != JsonValueKind.Object) throw new BadQueryException("The query has to be an object with 'query'.");
        var query = json.Get("query");
        if (query.ValueKind == JsonValueKind.Undefined) throw new BadQueryException("The member 'query' is missing. To find everything write { \"query\": { \"match_all\": {} } }.");
        var from = Whole(json, "from", 0, Deepest);
        var size = Whole(json, "size", DefaultSize, MostSize);
        if (from + size > Deepest) throw new BadQueryException($"'from' and 'size' together may be at most {Deepest}.");
        var plan = index.Rules.Plan;
        return new SearchRequest(
            new ClauseReader(plan, index.Analyzers.Query).Read(query, "query"), from, size, SortReader.Read(json.Get("sort"), plan));
    }

    private static int Whole(JsonElement json, string name, int whenAbsent, int most) =>
        json.Get(name) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value ? ClauseReader.Whole(value, name, 0, most) : whenAbsent;
}
