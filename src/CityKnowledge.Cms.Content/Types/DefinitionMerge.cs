using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>
/// Brings definitions from outside into the present ones: listed parts and fields are added or merged, settings are
/// merged member by member, arrays inside settings are united, and what is not listed stays.
/// </summary>
public sealed class DefinitionMerge
{
    private readonly FieldKinds kinds;
    private readonly DefinitionRecords records;

    public DefinitionMerge(ContentTypes present, FieldKinds kinds) => (this.kinds, records) = (kinds, new DefinitionRecords(present));

    /// <summary>The definitions as they are now.</summary>
    public ContentTypes Definitions => records.Read();

    /// <summary>Adds or merges <c>ContentTypes[]</c> and <c>ContentParts[]</c>.</summary>
    /// <exception cref="InvalidContentException">A definition is wrong; the path says which.</exception>
    public void Merge(JsonElement incoming)
    {
        ForEach(incoming, "ContentTypes", "", MergeType);
        ForEach(incoming, "ContentParts", "", MergePart);
    }

    /// <summary>Takes the named definitions out, so that they are made anew.</summary>
    public void Forget(IEnumerable<string> types, IEnumerable<string> parts)
    {
        foreach (var type in types) DefinitionRecords.Remove(records.Types, type);
        foreach (var part in parts) DefinitionRecords.Remove(records.Parts, part);
    }

    /// <summary>Deletes definitions; a deleted part is detached from every type.</summary>
    public void Delete(IEnumerable<string> types, IReadOnlyCollection<string> parts)
    {
        Forget(types, parts);
        records.Detach(parts);
    }

    private void MergeType(JsonElement incoming, string path)
    {
        var name = CheckName(incoming, path, "content-type");
        var type = DefinitionRecords.GetOrAdd(records.Types, name);
        if (incoming.Get("DisplayName").AsText() is { Length: > 0 } label) type["DisplayName"] = label;
        MergeSettings(type, incoming, path);
        var attached = DefinitionRecords.Below(type, DefinitionRecords.AttachedParts);
        ForEach(incoming, DefinitionRecords.AttachedParts, path, (part, place) => MergeAttached(attached, name, part, place));
    }

    private static void MergeAttached(JsonArray attached, string type, JsonElement incoming, string path)
    {
        if (incoming.Get("PartName").AsText() is not { Length: > 0 } partName)
        {
            throw Wrong(path, $"Unable to add content-part to the '{type}' content-type. The part name cannot be null or empty.");
        }

        var name = incoming.Get("Name").AsText() is { Length: > 0 } own ? own : partName;
        if (DefinitionNames.FindProblem(name) is { } problem) throw Wrong($"{path}.Name", problem);
        var part = DefinitionRecords.GetOrAdd(attached, name);
        part["PartName"] = partName;
        MergeSettings(part, incoming, path);
    }

    private void MergePart(JsonElement incoming, string path)
    {
        var name = CheckName(incoming, path, "content-part");
        var part = DefinitionRecords.GetOrAdd(records.Parts, name);
        MergeSettings(part, incoming, path);
        var fields = DefinitionRecords.Below(part, DefinitionRecords.Fields);
        ForEach(incoming, DefinitionRecords.Fields, path, (field, place) => MergeField(fields, name, field, place));
    }

    private void MergeField(JsonArray fields, string part, JsonElement incoming, string path)
    {
        if (incoming.Get("Name").AsText() is not { Length: > 0 } name)
        {
            throw Wrong(path, $"Unable to add content-field to the '{part}' content-part. The field name cannot be null or empty.");
        }

        if (DefinitionNames.FindProblem(name) is { } problem) throw Wrong($"{path}.Name", problem);
        var field = DefinitionRecords.GetOrAdd(fields, name);
        var kind = incoming.Get("FieldName").AsText() ?? DefinitionRecords.Text(field, "FieldName") ?? "";
        field["FieldName"] = kinds.Find(kind)?.Name
            ?? throw Wrong($"{path}.FieldName", $"There is no field kind '{kind}'. Known field kinds: {string.Join(", ", kinds.All.Select(known => known.Name))}.");
        MergeSettings(field, incoming, path);
    }

    private static string CheckName(JsonElement incoming, string path, string what)
    {
        if (incoming.Get("Name").AsText() is not { Length: > 0 } name) throw Wrong(path, $"Unable to add {what}. The name cannot be null or empty.");
        return DefinitionNames.FindProblem(name) is { } problem ? throw Wrong($"{path}.Name", problem) : name;
    }

    private static void MergeSettings(JsonObject target, JsonElement incoming, string path)
    {
        var settings = incoming.Get("Settings");
        if (settings.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return;
        if (settings.ValueKind != JsonValueKind.Object) throw Wrong($"{path}.Settings", $"Settings must be an object: settings class and its members.");
        if (target["Settings"] is not JsonObject present) target["Settings"] = present = [];
        SettingsMerge.Into(present, JsonObject.Create(settings)!);
    }

    private static void ForEach(JsonElement json, string name, string path, Action<JsonElement, string> action)
    {
        var list = json.Get(name);
        var place = path.Length == 0 ? name : $"{path}.{name}";
        if (list.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return;
        if (list.ValueKind != JsonValueKind.Array) throw Wrong(place, $"{name} must be an array.");
        var i = 0;
        foreach (var element in list.EnumerateArray()) action(element, string.Create(CultureInfo.InvariantCulture, $"{place}[{i++}]"));
    }

    private static InvalidContentException Wrong(string path, FormattableString message) => new([new ContentProblem(path, message)]);
}
