using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>A field as somebody asks for it.</summary>
/// <param name="Name">Empty to have it made from the display name.</param>
public sealed record NewField(string? Name, string? DisplayName, string? Kind);

/// <summary>Changes parts and their fields, in the name of a caller. The fields of a type are those of the part with its name.</summary>
public sealed class PartEditor(DefinitionChanges changes, FieldKinds fields, PartKinds kinds, DefinitionUse use)
{
    /// <summary>Makes a part that types can attach.</summary>
    /// <returns>Its technical name.</returns>
    public async Task<string> CreateAsync(Caller caller, string? name, string? displayName, string? description, CancellationToken cancel = default)
    {
        var label = DefinitionChange.CheckLabel(displayName);
        var chosen = DefinitionChange.CheckName(name, label);
        await changes.RunAsync(caller, new("PartCreated", chosen, label), change =>
        {
            if (change.Present.FindPart(chosen) is not null || kinds.Find(chosen) is not null) throw DefinitionChange.Wrong("Name", $"There is a part '{chosen}' already.");
            if (change.Present.FindType(chosen) is not null) throw DefinitionChange.Wrong("Name", $"There is a content type '{chosen}'; its own part has that name.");
            var settings = new JsonObject { ["Attachable"] = true, ["DisplayName"] = label };
            if (!string.IsNullOrWhiteSpace(description)) settings["Description"] = description.Trim();
            DefinitionRecords.GetOrAdd(change.Records.Parts, chosen)["Settings"] = new JsonObject { [nameof(ContentPartSettings)] = settings };
        }, cancel);
        return chosen;
    }

    /// <summary>Sets the settings of a part.</summary>
    /// <param name="stamp">See <see cref="DefinitionStamp"/>; empty for a part that only its type knows so far.</param>
    /// <exception cref="StaleVersionException">Somebody else changed the part meanwhile.</exception>
    public Task EditAsync(Caller caller, string part, string? stamp, JsonObject settings, CancellationToken cancel = default) =>
        changes.RunAsync(caller, new("PartChanged", part), change => DefinitionChange.Set(change.Part(part, stamp), settings), cancel);

    /// <summary>Deletes a part and takes it off every type; items keep its JSON.</summary>
    public Task DeleteAsync(Caller caller, string part, string? stamp, CancellationToken cancel = default) =>
        changes.RunAsync(caller, new("PartDeleted", part), change =>
        {
            change.Part(part, stamp);
            DefinitionRecords.Remove(change.Records.Parts, part);
            change.Records.Detach([part]);
        }, cancel);

    /// <summary>Adds a field at the end.</summary>
    /// <returns>Its technical name.</returns>
    /// <exception cref="InvalidContentException">A name is wrong or taken, or items hold values of another kind under it.</exception>
    public async Task<string> AddFieldAsync(Caller caller, string part, string? stamp, NewField wanted, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var label = DefinitionChange.CheckLabel(wanted.DisplayName);
        var name = DefinitionChange.CheckName(wanted.Name, label);
        if (fields.Find(wanted.Kind ?? "") is not { } kind) throw DefinitionChange.Wrong("Kind", $"Choose what the field holds.");
        if (await use.CountMisfitsAsync(part, name, kind, cancel) is > 0 and var misfits)
        {
            throw DefinitionChange.Wrong("Name", $"Values of another kind are still there under '{name}', from a field that was removed: in {misfits} of the items. Choose another name, so that nothing is mixed up.");
        }

        await changes.RunAsync(caller, new("FieldAdded", part, $"{name} ({kind.Name})"), change => Add(change, part, stamp, name, label, kind), cancel);
        return name;
    }

    /// <summary>Sets the settings of a field. Its name and kind stay.</summary>
    public Task EditFieldAsync(Caller caller, string part, string? stamp, string field, JsonObject settings, CancellationToken cancel = default) =>
        changes.RunAsync(caller, new("FieldChanged", part, field), change =>
            DefinitionChange.Set(DefinitionRecords.Find(FieldsOf(change, part, stamp), field) ?? throw new StaleVersionException(field), settings), cancel);

    /// <summary>Removes a field; items keep its JSON.</summary>
    public Task RemoveFieldAsync(Caller caller, string part, string? stamp, string field, CancellationToken cancel = default) =>
        changes.RunAsync(caller, new("FieldRemoved", part, field), change => DefinitionRecords.Remove(FieldsOf(change, part, stamp), field), cancel);

    /// <summary>Moves a field in its part.</summary>
    /// <param name="steps">-1 for one place up.</param>
    public Task MoveFieldAsync(Caller caller, string part, string? stamp, string field, int steps, CancellationToken cancel = default) =>
        changes.RunAsync(caller, new("FieldMoved", part, field), change =>
            DefinitionChange.Move(FieldsOf(change, part, stamp), field, steps, nameof(ContentPartFieldSettings)), cancel);

    private static JsonArray FieldsOf(DefinitionChange change, string part, string? stamp) =>
        DefinitionRecords.Below(change.Part(part, stamp), DefinitionRecords.Fields);

    private void Add(DefinitionChange change, string part, string? stamp, string name, string label, FieldKind kind)
    {
        var list = FieldsOf(change, part, stamp);
        if (DefinitionRecords.Find(list, name) is { } known)
        {
            throw DefinitionChange.Wrong("Name", $"There is a field '{name}' already ({DefinitionRecords.Text(known, "FieldName")}). A field keeps its kind: add one under another name, carry the values over, then remove this one.");
        }

        if (kinds.Find(part)?.Shape.Members.Any(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)) == true)
        {
            throw DefinitionChange.Wrong("Name", $"'{name}' is a member of {part} itself. Choose another name.");
        }

        AttachOwnPart(change, part);
        var field = DefinitionRecords.GetOrAdd(list, name);
        field["FieldName"] = kind.Name;
        var settings = new JsonObject { [nameof(ContentPartFieldSettings)] = new JsonObject { ["DisplayName"] = label } };
        // Who writes texts expects that search finds them; a recipe says for itself what it wants.
        if (kind.IsProse) settings[nameof(LuceneContentIndexSettings)] = new JsonObject { [nameof(LuceneContentIndexSettings.Included)] = true };
        DefinitionChange.Set(field, settings);
        DefinitionChange.Number(list, nameof(ContentPartFieldSettings));
    }

    // A type that came from a recipe without fields may lack the part that holds them.
    private static void AttachOwnPart(DefinitionChange change, string part)
    {
        if (change.Present.FindType(part) is not { } type || type.FindPart(part) is not null) return;
        var attached = DefinitionRecords.Below(DefinitionRecords.Find(change.Records.Types, part)!, DefinitionRecords.AttachedParts);
        DefinitionRecords.GetOrAdd(attached, type.Name)["PartName"] = type.Name;
        DefinitionChange.Number(attached, nameof(ContentTypePartSettings));
    }
}
