using System.Text.Json;
using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>Definitions as JSON that is being changed.</summary>
internal sealed class DefinitionRecords(ContentTypes present)
{
    public const string AttachedParts = "ContentTypePartDefinitionRecords";
    public const string Fields = "ContentPartFieldDefinitionRecords";
    private readonly JsonObject definitions = DefinitionJson.Write(present);

    public JsonArray Types => Below(definitions, "ContentTypes");

    public JsonArray Parts => Below(definitions, "ContentParts");

    public ContentTypes Read() => DefinitionJson.Read(JsonSerializer.SerializeToElement(definitions));

    /// <summary>Takes parts off every type.</summary>
    public void Detach(IReadOnlyCollection<string> parts)
    {
        foreach (var attached in Types.Select(type => Below(type!.AsObject(), AttachedParts)))
        {
            foreach (var gone in attached.Where(part => parts.Contains(Text(part, "PartName"), StringComparer.OrdinalIgnoreCase)).ToList()) attached.Remove(gone);
        }
    }

    public static JsonArray Below(JsonObject parent, string name)
    {
        if (parent[name] is JsonArray list) return list;
        list = [];
        parent[name] = list;
        return list;
    }

    public static JsonObject GetOrAdd(JsonArray list, string name)
    {
        if (Find(list, name) is { } present) return present;
        var added = new JsonObject { ["Name"] = name };
        list.Add((JsonNode)added);
        return added;
    }

    public static void Remove(JsonArray list, string name)
    {
        if (Find(list, name) is { } present) list.Remove(present);
    }

    public static JsonObject? Find(JsonArray list, string name) => list.OfType<JsonObject>()
        .FirstOrDefault(record => string.Equals(Text(record, "Name"), name, StringComparison.OrdinalIgnoreCase));

    public static string? Text(JsonNode? record, string member) => record?[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
