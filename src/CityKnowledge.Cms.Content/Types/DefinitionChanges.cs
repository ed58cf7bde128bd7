using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>What is noted about a change of definitions.</summary>
/// <param name="Subject">The type or part.</param>
internal sealed record DefinitionNote(string Happened, string Subject, string? Detail = null);

/// <summary>Changes definitions in the name of a caller: checks the right, then works on the newest ones in one transaction.</summary>
public sealed class DefinitionChanges(ContentSessions sessions, Access access)
{
    internal async Task RunAsync(Caller caller, DefinitionNote note, Action<DefinitionChange> change, CancellationToken cancel)
    {
        if (!access.Allows(caller, Permissions.EditContentTypes)) throw new ForbiddenException(Permissions.EditContentTypes);
        await using var session = await sessions.BeginAsync(caller, cancel);
        await session.RefreshTypesAsync(cancel);
        var records = new DefinitionRecords(session.Types);
        change(new DefinitionChange(session.Types, records));
        await session.SetTypesAsync(records.Read(), cancel);
        session.Note("ContentType", note.Happened, note.Subject, detail: note.Detail);
        await session.CommitAsync(cancel);
    }
}

/// <summary>Definitions while they are changed.</summary>
/// <param name="Present">As they are.</param>
/// <param name="Records">As they will be.</param>
internal sealed record DefinitionChange(ContentTypes Present, DefinitionRecords Records)
{
    /// <summary>The record of a type.</summary>
    /// <param name="stamp">What the type was when the caller saw it.</param>
    /// <exception cref="StaleVersionException">It is gone, or no longer what it was.</exception>
    public JsonObject Type(string name, string? stamp) =>
        Present.FindType(name) is { } type && DefinitionStamp.Of(type) == stamp
            ? DefinitionRecords.Find(Records.Types, name)!
            : throw new StaleVersionException(name);

    /// <summary>The record of a part; made when only a type of that name is there, which has had no fields so far.</summary>
    public JsonObject Part(string name, string? stamp)
    {
        var part = Present.FindPart(name);
        if (part is null && Present.FindType(name) is { } type && stamp is null or "") return DefinitionRecords.GetOrAdd(Records.Parts, type.Name);
        return part is not null && DefinitionStamp.Of(part) == stamp ? DefinitionRecords.Find(Records.Parts, name)! : throw new StaleVersionException(name);
    }

    /// <summary>Sets settings, class by class; what is not mentioned stays.</summary>
    public static void Set(JsonObject record, JsonObject settings)
    {
        if (record["Settings"] is not JsonObject present) record["Settings"] = present = [];
        SettingsMerge.Set(present, settings);
    }

    /// <summary>Puts a record one place up or down, and writes the order into the positions of all.</summary>
    public static void Move(JsonArray list, string name, int steps, string settingsClass)
    {
        if (DefinitionRecords.Find(list, name) is not { } record) throw new StaleVersionException(name);
        var place = list.IndexOf(record);
        list.RemoveAt(place);
        list.Insert(Math.Clamp(place + steps, 0, list.Count), record);
        Number(list, settingsClass);
    }

    /// <summary>Writes the order of records into their positions.</summary>
    public static void Number(JsonArray list, string settingsClass)
    {
        for (var i = 0; i < list.Count; i++)
        {
            Set(list[i]!.AsObject(), new JsonObject { [settingsClass] = new JsonObject { ["Position"] = i.ToString(System.Globalization.CultureInfo.InvariantCulture) } });
        }
    }

    public static InvalidContentException Wrong(string path, FormattableString message) => new([new ContentProblem(path, message)]);

    /// <summary>The trimmed name for people.</summary>
    public static string CheckLabel(string? label)
    {
        var text = label?.Trim() ?? "";
        if (text.Length == 0) throw Wrong("DisplayName", $"A display name is needed.");
        if (text.Length > 255) throw Wrong("DisplayName", $"A display name has at most 255 characters.");
        return text.Any(char.IsControl) ? throw Wrong("DisplayName", $"A display name has no line breaks or control characters.") : text;
    }

    /// <summary>The technical name, made from the label when none was given.</summary>
    public static string CheckName(string? name, string label)
    {
        var chosen = string.IsNullOrWhiteSpace(name) ? DefinitionNames.Propose(label) : name.Trim();
        if (chosen.Length == 0) throw Wrong("Name", $"A technical name is needed: it begins with a Latin letter and has letters and digits only.");
        return DefinitionNames.FindProblem(chosen) is { } problem ? throw Wrong("Name", problem) : chosen;
    }
}
