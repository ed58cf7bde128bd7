using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>A query that people stored under a name: a Liquid template that gives a query in JSON.</summary>
/// <param name="Index">Name of the index it searches.</param>
public sealed record StoredQuery(string Name, string Index, string? Schema, bool ReturnContentItems, string Template)
{
    /// <summary>The setting document with all of them: <c>{ "Queries": { "RecentPractices": { … } } }</c>.</summary>
    public const string SettingName = "Queries";

    /// <summary>The only kind of query there is so far.</summary>
    public const string Source = "Lucene";

    /// <summary>What everyone may know of it.</summary>
    public NamedQuery Public { get; } = new(Name, Source, Schema, ReturnContentItems);

    /// <summary>Reads both of Orchard's forms: members at the top, or below <c>Properties.LuceneQueryMetadata</c>.</summary>
    public static StoredQuery Read(JsonElement json)
    {
        var nested = json.Get("Properties").Get("LuceneQueryMetadata");
        return new StoredQuery(
            json.Get(nameof(Name)).AsText() ?? "",
            json.Get(nameof(Index)).AsText() ?? nested.Get(nameof(Index)).AsText() ?? "",
            SchemaOf(json.Get(nameof(Schema))),
            json.Get(nameof(ReturnContentItems)).AsFlag() ?? json.Get("ReturnDocuments").AsFlag() ?? false,
            json.Get(nameof(Template)).AsText() ?? nested.Get(nameof(Template)).AsText() ?? "");
    }

    /// <summary>Reads the setting document.</summary>
    public static Dictionary<string, StoredQuery> ReadAll(JsonElement stored)
    {
        var queries = new Dictionary<string, StoredQuery>(StringComparer.OrdinalIgnoreCase);
        if (stored.Get("Queries") is not { ValueKind: JsonValueKind.Object } all) return queries;
        foreach (var query in all.EnumerateObject()) queries[query.Name] = Read(query.Value);
        return queries;
    }

    /// <summary>Writes the setting document.</summary>
    public static JsonObject WriteAll(IEnumerable<StoredQuery> queries) => new()
    {
        ["Queries"] = new JsonObject(queries.OrderBy(query => query.Name, StringComparer.Ordinal)
            .Select(query => KeyValuePair.Create(query.Name, (JsonNode?)query.Write()))),
    };

    private JsonObject Write() => new()
    {
        [nameof(Source)] = Source,
        [nameof(Name)] = Name,
        [nameof(Index)] = Index,
        [nameof(Schema)] = Schema,
        [nameof(ReturnContentItems)] = ReturnContentItems,
        [nameof(Template)] = Template,
    };

    private static string? SchemaOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object ? json.GetRawText() : json.AsText() is { Length: > 0 } text ? text : null;
}
