using System.Text.RegularExpressions;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail;

/// <summary>Says in words what an entry of the audit log means.</summary>
internal static partial class AuditWords
{
    /// <summary>What happened to an item, told beside its title.</summary>
    public static string Happened(this IStringLocalizer words, AuditRow entry) => entry.Event switch
    {
        "Created" => words["Written for the first time"],
        "Saved" => words["Draft saved"],
        "Published" => words["Published"],
        "Unpublished" => words["Taken from public view"],
        "DraftDiscarded" => words["Draft discarded"],
        "Removed" => words["Put into the bin"],
        "Restored" => words["Taken out of the bin"],
        "Purged" => words["Deleted for good"],
        "Cloned" => words["Copied"],
        "VersionRestored" => words["An earlier version restored as a draft"],
        "DraftShared" => words["Draft shared by a link"],
        "DraftLinkRevoked" => words["Link to the draft taken back"],
        "Ordered" => words["Its list was put in another order"],
        "ScheduledPublishFailed" => words["Was due to be published, but: {0}", entry.Detail ?? ""],
        _ => Spell(entry.Event),
    };

    /// <summary>The whole entry, for the log of everything.</summary>
    public static string Sentence(this IStringLocalizer words, AuditRow entry) =>
        entry.Category == "Content" ? words.Happened(entry)
        : (AuditDeeds.Find(words, entry.Category, entry.Event) ?? words["{0}: {1}", words.Category(entry.Category), Spell(entry.Event)]).Value;

    /// <summary>What else there is to say; null when nothing.</summary>
    public static string? Detail(this IStringLocalizer words, AuditRow entry) => (entry.Category, entry.Detail) switch
    {
        (_, null or "") => null,
        // How someone signed in, or tried to.
        ("User", "password") => words["by password"],
        ("User", "otp") => words["by a code of the app"],
        ("User", "recovery code") => words["by a recovery code"],
        ("User", "passkey") => words["by a passkey"],
        ("User", "link") => words["by a link"],
        _ => entry.Detail,
    };

    public static string Category(this IStringLocalizer words, string category) => category switch
    {
        "Content" => words["Content"],
        "User" => words["People"],
        "Role" => words["Roles"],
        "Media" => words["Media"],
        "Recipe" => words["Recipes"],
        "Settings" => words["Settings"],
        "Search" => words["Search"],
        "Taxonomy" => words["Taxonomies"],
        "ContentType" => words["Content types"],
        _ => Spell(category),
    };

    /// <summary>The categories that can be chosen.</summary>
    public static IReadOnlyList<string> Categories { get; } = ["Content", "ContentType", "Media", "Recipe", "Role", "Search", "Settings", "Taxonomy", "User"];

    // Events of other screens: "ThemeApplied" is read as "theme applied".
    private static string Spell(string name) => Capital().Replace(name, match => (match.Index == 0 ? "" : " ") + match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex Capital();
}
