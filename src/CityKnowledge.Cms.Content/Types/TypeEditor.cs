using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>A content type as somebody asks for it.</summary>
/// <param name="Name">Empty to have it made from the display name.</param>
/// <param name="HasPage">Whether each item has an address of its own.</param>
public sealed record NewType(string? Name, string? DisplayName, string? Description, bool HasTitle, bool HasPage);

/// <summary>A part as it is to be attached a further time.</summary>
public sealed record NamedPart(string? PartName, string? Name, string? DisplayName, string? Description);

/// <summary>Changes content types and the parts attached to them, in the name of a caller.</summary>
public sealed class TypeEditor(DefinitionChanges changes, PartKinds kinds)
{
    /// <summary>Makes a type with a part of its own for its fields.</summary>
    /// <returns>Its technical name.</returns>
    /// <exception cref="InvalidContentException">A name is wrong or taken.</exception>
    public async Task<string> CreateAsync(Caller caller, NewType wanted, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var label = DefinitionChange.CheckLabel(wanted.DisplayName);
        var name = DefinitionChange.CheckName(wanted.Name, label);
        await changes.RunAsync(caller, new("TypeCreated", name, label), change => Create(change, name, label, wanted), cancel);
        return name;
    }

    /// <summary>Renames a type for people and sets its settings.</summary>
    /// <param name="stamp">See <see cref="DefinitionStamp"/>.</param>
    /// <exception cref="StaleVersionException">Somebody else changed the type meanwhile.</exception>
    public Task EditAsync(Caller caller, string name, string stamp, string? displayName, JsonObject settings, CancellationToken cancel = default)
    {
        var label = DefinitionChange.CheckLabel(displayName);
        return changes.RunAsync(caller, new("TypeChanged", name, label), change =>
        {
            var type = change.Type(name, stamp);
            type["DisplayName"] = label;
            DefinitionChange.Set(type, settings);
        }, cancel);
    }

    /// <summary>Deletes a type and its own part. Items of the type keep their JSON, but are shown nowhere.</summary>
    public Task DeleteAsync(Caller caller, string name, string stamp, CancellationToken cancel = default) =>
        changes.RunAsync(caller, new("TypeDeleted", name), change =>
        {
            change.Type(name, stamp);
            DefinitionRecords.Remove(change.Records.Types, name);
            if (!change.Present.Types.Any(type => !Same(type.Name, name) && type.FindPartOf(name) is not null)) DefinitionRecords.Remove(change.Records.Parts, name);
        }, cancel);

    /// <summary>Attaches parts under their own names.</summary>
    public Task AttachAsync(Caller caller, string type, string stamp, IReadOnlyCollection<string> parts, CancellationToken cancel = default) =>
        changes.RunAsync(caller, new("PartsAttached", type, string.Join(", ", parts)), change =>
        {
            var attached = DefinitionRecords.Below(change.Type(type, stamp), DefinitionRecords.AttachedParts);
            foreach (var part in parts) Attach(change, attached, type, CheckPart(change, part), part);
        }, cancel);

    /// <summary>Attaches a reusable part under a name of its own.</summary>
    /// <returns>That name.</returns>
    public async Task<string> AttachNamedAsync(Caller caller, string type, string stamp, NamedPart wanted, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        var label = DefinitionChange.CheckLabel(wanted.DisplayName);
        var name = DefinitionChange.CheckName(wanted.Name, label);
        await changes.RunAsync(caller, new("PartsAttached", type, name), change =>
        {
            var attached = DefinitionRecords.Below(change.Type(type, stamp), DefinitionRecords.AttachedParts);
            var part = wanted.PartName ?? "";
            if (!IsReusable(change.Present, part)) throw DefinitionChange.Wrong("PartName", $"'{part}' cannot be attached under another name.");
            if (change.Present.FindType(name) is not null || change.Present.FindPart(name) is not null || kinds.Find(name) is not null)
            {
                throw DefinitionChange.Wrong("Name", $"'{name}' is the name of a type or part. Choose another one.");
            }

            var record = Attach(change, attached, type, part, name);
            DefinitionChange.Set(record, Labels(label, wanted.Description));
        }, cancel);
        return name;
    }

    /// <summary>Sets the settings of a part on a type.</summary>
    public Task EditPartAsync(Caller caller, string type, string stamp, string part, JsonObject settings, CancellationToken cancel = default) =>
        changes.RunAsync(caller, new("PartOnTypeChanged", type, part), change =>
            DefinitionChange.Set(Find(change.Type(type, stamp), part), settings), cancel);

    /// <summary>Takes a part off a type; items keep its JSON.</summary>
    public Task DetachAsync(Caller caller, string type, string stamp, string part, CancellationToken cancel = default) =>
        changes.RunAsync(caller, new("PartDetached", type, part), change =>
        {
            var record = change.Type(type, stamp);
            DefinitionRecords.Below(record, DefinitionRecords.AttachedParts).Remove(Find(record, part));
        }, cancel);

    /// <summary>Moves a part on its type.</summary>
    /// <param name="steps">-1 for one place up.</param>
    public Task MovePartAsync(Caller caller, string type, string stamp, string part, int steps, CancellationToken cancel = default) =>
        changes.RunAsync(caller, new("PartMoved", type, part), change =>
            DefinitionChange.Move(DefinitionRecords.Below(change.Type(type, stamp), DefinitionRecords.AttachedParts), part, steps, nameof(ContentTypePartSettings)), cancel);

    /// <summary>The parts that may be attached to a type.</summary>
    public IEnumerable<string> ListAttachable(ContentTypes types)
    {
        ArgumentNullException.ThrowIfNull(types);
        var own = types.Parts.Where(part => part.Settings.Get<ContentPartSettings>().Attachable && kinds.Find(part.Name) is null);
        return kinds.All.Where(kind => kind.IsAttachable).Select(kind => kind.Name).Concat(own.Select(part => part.Name)).Order(StringComparer.Ordinal);
    }

    /// <summary>Whether a part may be attached several times under different names.</summary>
    public bool IsReusable(ContentTypes types, string part)
    {
        ArgumentNullException.ThrowIfNull(types);
        return kinds.Find(part) is { } kind ? kind.IsReusable : types.FindPart(part)?.Settings.Get<ContentPartSettings>().Reusable == true;
    }

    private void Create(DefinitionChange change, string name, string label, NewType wanted)
    {
        if (change.Present.FindType(name) is not null) throw DefinitionChange.Wrong("Name", $"There is a content type '{name}' already.");
        if (change.Present.FindPart(name) is not null || kinds.Find(name) is not null) throw DefinitionChange.Wrong("Name", $"There is a part '{name}' already, whose fields the type would take over. Choose another name.");
        var type = DefinitionRecords.GetOrAdd(change.Records.Types, name);
        type["DisplayName"] = label;
        type["Settings"] = new JsonObject { [nameof(ContentTypeSettings)] = Usual(wanted.Description) };
        var attached = DefinitionRecords.Below(type, DefinitionRecords.AttachedParts);
        if (wanted.HasTitle) Attach(change, attached, name, "TitlePart", "TitlePart");
        if (wanted.HasPage) DefinitionChange.Set(Attach(change, attached, name, "AutoroutePart", "AutoroutePart"), UsualAddress(name));
        Attach(change, attached, name, name, name);
        DefinitionRecords.GetOrAdd(change.Records.Parts, name)["Settings"] = new JsonObject();
    }

    private static JsonObject Usual(string? description)
    {
        var settings = new JsonObject { ["Creatable"] = true, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true, ["Securable"] = true };
        if (!string.IsNullOrWhiteSpace(description)) settings["Description"] = description.Trim();
        return settings;
    }

    private static JsonObject UsualAddress(string name) => new()
    {
        ["AutoroutePartSettings"] = new JsonObject { ["AllowCustomPath"] = true, ["Pattern"] = Slug.Make(name) + "/{{ ContentItem.DisplayText | slugify }}" },
    };

    private string CheckPart(DefinitionChange change, string part) => ListAttachable(change.Present).Contains(part, StringComparer.Ordinal)
        ? part
        : throw DefinitionChange.Wrong("Parts", $"There is no part '{part}' that can be attached.");

    private static JsonObject Attach(DefinitionChange change, JsonArray attached, string type, string part, string name)
    {
        if (DefinitionRecords.Find(attached, name) is not null) throw DefinitionChange.Wrong("Name", $"The type '{type}' has a part '{name}' already.");
        var record = DefinitionRecords.GetOrAdd(attached, name);
        record["PartName"] = part;
        if (change.Present.FindPart(part)?.Settings.Get<ContentPartSettings>().DefaultPosition is { Length: > 0 } position)
        {
            DefinitionChange.Set(record, new JsonObject { [nameof(ContentTypePartSettings)] = new JsonObject { ["Position"] = position } });
        }
        else
        {
            DefinitionChange.Number(attached, nameof(ContentTypePartSettings));
        }

        return record;
    }

    private static JsonObject Labels(string label, string? description)
    {
        var settings = new JsonObject { ["DisplayName"] = label };
        if (!string.IsNullOrWhiteSpace(description)) settings["Description"] = description.Trim();
        return new JsonObject { [nameof(ContentTypePartSettings)] = settings };
    }

    private static JsonObject Find(JsonObject type, string part) =>
        DefinitionRecords.Find(DefinitionRecords.Below(type, DefinitionRecords.AttachedParts), part) ?? throw new StaleVersionException(part);

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
