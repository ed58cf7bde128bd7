using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Search;

/// <summary>The defined indexes: a setting document <c>{ "Indexes": { "Knowledge": { … } } }</c>.</summary>
public static class IndexDefinitions
{
    public const string SettingName = "LuceneIndexes";

    public static IReadOnlyList<IndexDefinition> Read(JsonElement stored) =>
        stored.Get("Indexes") is { ValueKind: JsonValueKind.Object } indexes
            ? [.. indexes.EnumerateObject().Select(index => IndexDefinition.Read(index.Name, index.Value))]
            : [];

    public static async Task<List<IndexDefinition>> GetAsync(ContentSession session, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        return [.. Read(await session.GetSettingAsync(SettingName, cancel))];
    }

    public static Task SetAsync(ContentSession session, IEnumerable<IndexDefinition> definitions, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        var indexes = new JsonObject(definitions.Select(definition => KeyValuePair.Create(definition.Name, (JsonNode?)definition.Write())));
        return session.SetSettingAsync(SettingName, new JsonObject { ["Indexes"] = indexes }, cancel);
    }
}
