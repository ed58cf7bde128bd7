using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Audit;

/// <summary>What happened to one item.</summary>
/// <param name="Item">The latest version, or the one in the bin.</param>
/// <param name="Versions">Newest first.</param>
/// <param name="Entries">Newest first.</param>
public sealed record ItemStory(ContentItem Item, bool IsBinned, IReadOnlyList<VersionNote> Versions, IReadOnlyList<AuditRow> Entries);

/// <summary>A stored version without its content.</summary>
public sealed record VersionNote(string VersionId, string? Title, string? Author, DateTime? ModifiedUtc, bool Latest, bool Published);

/// <summary>Tells the story of an item to those who may edit it or read the audit log.</summary>
public sealed class ItemStories(Store store, ContentReader reader, Access access)
{
    private const int MostVersions = 200;
    private const int MostEntries = 500;

    /// <summary>The story, or null when there is no such item.</summary>
    /// <exception cref="ForbiddenException">The caller may not know it.</exception>
    public async Task<ItemStory?> FindAsync(Caller caller, string contentItemId, CancellationToken cancel = default)
    {
        var latest = await reader.FindLatestAsync(contentItemId);
        if ((latest ?? await reader.FindBinnedAsync(contentItemId)) is not { } item) return null;
        Require(caller, item);
        await using var db = store.OpenRead();
        var versions = await db.Versions.AsNoTracking().Where(row => row.DocumentId == contentItemId)
            .OrderByDescending(row => row.Latest).ThenByDescending(row => row.ModifiedUtc).ThenByDescending(row => row.Id).Take(MostVersions)
            .Select(row => new VersionNote(row.VersionId, row.Title, row.Author, row.ModifiedUtc, row.Latest, row.Published)).ToListAsync(cancel);
        var entries = await db.Audit.AsNoTracking().Where(row => row.SubjectId == contentItemId && row.Category == "Content")
            .OrderByDescending(row => row.Id).Take(MostEntries).ToListAsync(cancel);
        return new ItemStory(item, latest is null, versions, entries);
    }

    /// <summary>One version of the item, or null when the item has no such version.</summary>
    /// <exception cref="ForbiddenException">The caller may not know it.</exception>
    public async Task<ContentItem?> FindVersionAsync(Caller caller, string contentItemId, string versionId)
    {
        if (await reader.FindVersionAsync(versionId) is not { } version || version.ContentItemId != contentItemId) return null;
        if ((await reader.FindLatestAsync(contentItemId) ?? await reader.FindBinnedAsync(contentItemId)) is not { } item) return null;
        Require(caller, item);
        return version;
    }

    private void Require(Caller caller, ContentItem item)
    {
        if (!access.AllowsItem(caller, Permissions.EditContent, item) && !access.Allows(caller, Permissions.ViewAuditTrail)) throw new ForbiddenException(Permissions.ViewAuditTrail);
    }
}
