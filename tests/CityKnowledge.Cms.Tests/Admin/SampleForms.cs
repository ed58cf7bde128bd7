using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Tests.Admin.Media;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>
/// Gives what is sent beside the values in an address, in the query of reading and in the form of changing, so that whoever
/// is let in finds something to do. To teach it a new address, add a line to <see cref="Rules"/>.
/// </summary>
internal sealed class SampleForms(Site site, SampleValues samples)
{
    private int count;

    private Dictionary<string, Func<Caller, IReadOnlyDictionary<string, string>, Task<(string Name, string Value)[]>>> Rules => new(StringComparer.Ordinal)
    {
        ["/Admin/AuditTrail/{contentItemId}/Compare"] = async (_, values) => [("to", (await site.Get<ContentReader>().FindLatestAsync(values["contentItemId"]))!.ContentItemVersionId!)],
        ["/Admin/Contents/Bin"] = async (owner, _) => [("restore", await samples.BinnedAsync(owner))],
        ["/Admin/Contents/BulkAction"] = async (owner, _) => [("itemIds", await samples.ItemAsync(owner)), ("bulkAction", "PublishNow")],
        ["/Admin/ContentFields/SearchContentItems"] = (_, _) => Of(("part", "Practice"), ("field", "Cities")),
        ["/Admin/ContentFields/TermWords"] = (_, _) => Of(("part", "Practice"), ("field", "Themes")),
        ["/Admin/ContentFields/CreateContentItem"] = (_, _) => Of(("part", "Practice"), ("field", "LeadOrganization"), ("type", "Organization"), ("title", "Sample")),
        ["/Admin/Media/File"] = async (owner, _) => [("path", await FileAsync(owner))],
        ["/Admin/Media/File?handler=Describe"] = async (owner, _) => [("path", await FileAsync(owner)), ("Text", "A square")],
        ["/Admin/Media/File?handler=Move"] = async (owner, _) => [("path", await FileAsync(owner)), ("Name", Next())],
        ["/Admin/Media/Describe"] = async (owner, _) => [("path", await FileAsync(owner)), ("text", "A square")],
        ["/Admin/Media/Delete"] = async (owner, _) => [("path", await FileAsync(owner))],
        ["/Admin/Media/GetMediaItem"] = async (owner, _) => [("path", await FileAsync(owner))],
        ["/Admin/Media/DeleteMedia"] = async (owner, _) => [("path", await FileAsync(owner))],
        ["/Admin/Media/DeleteMediaList"] = async (owner, _) => [("paths", await FileAsync(owner))],
        ["/Admin/Media/MoveMedia"] = async (owner, _) => [("oldPath", await FileAsync(owner)), ("newPath", Next() + ".png")],
        ["/Admin/Media/MoveMediaList"] = async (owner, _) => [("mediaNames", await FileAsync(owner)), ("sourceFolder", "root"), ("targetFolder", await FolderAsync())],
        ["/Admin/Media/Folder"] = async (_, _) => [("path", await FolderAsync()), ("Name", Next())],
        ["/Admin/Media/Folder/Delete"] = async (_, _) => [("path", await FolderAsync())],
        ["/Admin/Media/DeleteFolder"] = async (_, _) => [("path", await FolderAsync())],
        ["/Admin/Media/CreateFolder"] = (_, _) => Of(("name", Next())),
        ["/Admin/Media?handler=Folder"] = (_, _) => Of(("name", Next())),
        ["/Admin/Recipes/Run"] = (_, _) => Of(("name", "CityKnowledge.Vocabularies")),
        ["/Admin/Recipes?handler=Run"] = (_, _) => Of(("name", "CityKnowledge.Vocabularies")),
        ["/Admin/Recipes?handler=Try"] = (_, _) => Of(("name", "CityKnowledge.Vocabularies")),
        ["/Admin/Themes?handler=SetCurrentTheme"] = (_, _) => Of(("id", "CityKnowledge")),
        ["/Admin/Themes?handler=Try"] = (_, _) => Of(("id", "CityKnowledge")),
        ["/Admin/Themes/{handler}"] = (_, _) => Of(("id", "CityKnowledge")),
        ["/Admin/Themes/{handler}?handler=SetCurrentTheme"] = (_, _) => Of(("id", "CityKnowledge")),
        ["/Admin/Themes/{handler}?handler=Try"] = (_, _) => Of(("id", "CityKnowledge")),
    };

    /// <summary>What goes with a request to this address, about things that belong to this person where things have owners.</summary>
    public async Task<(string Name, string Value)[]> MakeAsync(AdminAddress address, Caller owner, IReadOnlyDictionary<string, string> values) =>
        Rules.TryGetValue(address.Route, out var make) ? await make(owner, values) : [];

    private static Task<(string Name, string Value)[]> Of(params (string Name, string Value)[] fields) => Task.FromResult(fields);

    private async Task<string> FileAsync(Caller owner)
    {
        await using var content = new MemoryStream(LibrarySite.Picture());
        return (await site.Get<MediaIntake>().TakeAsync(owner with { Roles = [Caller.AdministratorRole] }, "", Next() + ".png", content)).File!.Path;
    }

    private Task<string> FolderAsync() => site.Get<MediaEditor>().CreateFolderAsync(Caller.Site, "", Next());

    private string Next() => $"sample-{Interlocked.Increment(ref count)}";
}
