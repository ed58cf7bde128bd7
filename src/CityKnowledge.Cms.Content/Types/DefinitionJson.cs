using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>Definitions as Orchard writes them: the <c>ContentDefinition</c> step and its stored document.</summary>
public static class DefinitionJson
{
    /// <summary>Reads <c>ContentTypes</c>/<c>ContentParts</c>, or the stored form with <c>…DefinitionRecords</c>.</summary>
    public static ContentTypes Read(JsonElement json)
    {
        var parts = Records(json, "ContentParts", "ContentPartDefinitionRecords").Select(ReadPart)
            .ToDictionary(part => part.Name, StringComparer.OrdinalIgnoreCase);
        return new ContentTypes(
            Records(json, "ContentTypes", "ContentTypeDefinitionRecords").Select(type => ReadType(type, parts)),
            parts.Values);
    }

    public static JsonObject Write(ContentTypes types)
    {
        ArgumentNullException.ThrowIfNull(types);
        return new JsonObject
        {
            ["ContentTypes"] = new JsonArray([.. types.Types.Select(WriteType)]),
            ["ContentParts"] = new JsonArray([.. types.Parts.Select(WritePart)]),
        };
    }

    private static IEnumerable<JsonElement> Records(JsonElement json, string name, string storedName)
    {
        var records = json.Get(name).ValueKind == JsonValueKind.Array ? json.Get(name) : json.Get(storedName);
        return records.ValueKind == JsonValueKind.Array ? records.EnumerateArray() : [];
    }

    private static TypeDefinition ReadType(JsonElement json, Dictionary<string, PartDefinition> parts) => new(
        json.Get("Name").AsText()!,
        json.Get("DisplayName").AsText() ?? json.Get("Name").AsText()!,
        ReadSettings(json),
        [.. Records(json, "ContentTypePartDefinitionRecords", "").Select(part => ReadAttached(part, parts)).OrderBy(Position)]);

    private static PartOnType ReadAttached(JsonElement json, Dictionary<string, PartDefinition> parts)
    {
        var partName = json.Get("PartName").AsText()!;
        var part = parts.GetValueOrDefault(partName) ?? new PartDefinition(partName, SettingsBag.Empty, []);
        return new PartOnType(json.Get("Name").AsText() ?? partName, part, ReadSettings(json));
    }

    private static PartDefinition ReadPart(JsonElement json) => new(
        json.Get("Name").AsText()!,
        ReadSettings(json),
        [.. Records(json, "ContentPartFieldDefinitionRecords", "").Select(ReadField).OrderBy(Position)]);

    private static FieldDefinition ReadField(JsonElement json) =>
        new(json.Get("FieldName").AsText()!, json.Get("Name").AsText()!, ReadSettings(json));

    private static SettingsBag ReadSettings(JsonElement json) =>
        json.Get("Settings").ValueKind == JsonValueKind.Object ? new SettingsBag(json.Get("Settings")) : SettingsBag.Empty;

    private static PositionKey Position(PartOnType part) => PositionKey.Parse(part.Settings.Get<ContentTypePartSettings>().Position);

    private static PositionKey Position(FieldDefinition field) => PositionKey.Parse(field.Settings.Get<ContentPartFieldSettings>().Position);

    internal static JsonObject WriteType(TypeDefinition type) => new()
    {
        ["Name"] = type.Name,
        ["DisplayName"] = type.DisplayName,
        ["Settings"] = WriteSettings(type.Settings),
        ["ContentTypePartDefinitionRecords"] = new JsonArray([.. type.Parts.Select(part => new JsonObject
        {
            ["PartName"] = part.Part.Name,
            ["Name"] = part.Name,
            ["Settings"] = WriteSettings(part.Settings),
        })]),
    };

    internal static JsonObject WritePart(PartDefinition part) => new()
    {
        ["Name"] = part.Name,
        ["Settings"] = WriteSettings(part.Settings),
        ["ContentPartFieldDefinitionRecords"] = new JsonArray([.. part.Fields.Select(field => new JsonObject
        {
            ["FieldName"] = field.Kind,
            ["Name"] = field.Name,
            ["Settings"] = WriteSettings(field.Settings),
        })]),
    };

    private static JsonNode? WriteSettings(SettingsBag settings) => JsonNode.Parse(settings.Json.GetRawText());
}
