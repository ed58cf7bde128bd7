using System.Text.Json.Nodes;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Brings former content back and copies items, inside a session.</summary>
public sealed class ItemHistory
{
    private readonly ItemWriter items;
    private readonly VersionWriter versions;

    internal ItemHistory(ItemWriter items, VersionWriter versions) => (this.items, this.versions) = (items, versions);

    /// <summary>A new draft with the content of the latest version; it gets an address of its own.</summary>
    /// <param name="openListId">The list in which the copy may stand, if the item stands there; a copy stands in no other.</param>
    public async Task<ContentItem?> CloneAsync(string contentItemId, string? openListId, CancellationToken cancel = default)
    {
        var latest = await versions.Db.Versions.AsNoTracking().FirstOrDefaultAsync(row => row.DocumentId == contentItemId && row.Latest, cancel);
        if (latest is null) return null;
        var draft = ContentDraft.FromItem(ContentItem.FromRow(latest));
        (draft.ContentItemId, draft.ContentItemVersionId) = (null, null);
        (draft.Owner, draft.CreatedUtc, draft.PublishedUtc) = (null, null, null);
        // Two items cannot share an address or alias: the patterns make new ones.
        draft.Content["AutoroutePart"]?.AsObject().Remove("Path");
        draft.Content["AliasPart"]?.AsObject().Remove("Alias");
        if (Container.IdOf(draft.ToItem()) != openListId) draft.Content.Remove(Container.Contained);
        Unschedule(draft);
        versions.Note(latest, "Cloned");
        return await items.SaveDraftAsync(draft, source: ContentItem.FromRow(latest), cancel: cancel);
    }

    /// <summary>A draft with the content of a former version, where the item stands now. The draft in whose place it comes stays in the history.</summary>
    public async Task<ContentItem> RestoreVersionAsync(ContentItem version, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(version);
        await KeepDraftAsync(version.ContentItemId, cancel);
        var draft = ContentDraft.FromItem(version);
        (draft.Owner, draft.CreatedUtc) = (null, null);
        await StayInListAsync(draft, cancel);
        Unschedule(draft);
        await StayPlannedAsync(draft, cancel);
        var restored = await items.SaveDraftAsync(draft, quiet: true, source: version, cancel: cancel);
        versions.Note(restored, "VersionRestored");
        return restored;
    }

    /// <summary>Takes an item out of the bin, as a draft; null when it is not there.</summary>
    public async Task<ContentItem?> RestoreFromBinAsync(string contentItemId, CancellationToken cancel = default)
    {
        var binned = await versions.Db.Versions.FirstOrDefaultAsync(row => row.DocumentId == contentItemId && row.BinnedUtc != null, cancel);
        if (binned is null) return null;
        binned.BinnedUtc = null;
        var draft = ContentDraft.FromItem(ContentItem.FromRow(binned));
        (draft.Latest, draft.Published) = (true, false);
        Unschedule(draft);
        versions.Outdate(binned);
        await versions.SetNamesAsync(contentItemId, [versions.Claim(draft, versions.FindType(binned.Kind), binned, draft.ToItem().Content)], false, cancel);
        versions.Record(binned, ChangeKind.Saved);
        versions.Note(binned, "Restored");
        await versions.FlushAsync(cancel);
        return ContentItem.FromRow(binned);
    }

    /// <summary>Deletes an item in the bin with all its versions and names; what was done with it stays in the audit log. False when it is not in the bin.</summary>
    public async Task<bool> PurgeAsync(string contentItemId, CancellationToken cancel = default)
    {
        var all = await versions.Db.Versions.Where(row => row.DocumentId == contentItemId).ToListAsync(cancel);
        if (all.Find(row => row.BinnedUtc is not null) is not { } binned || all.Exists(row => row.Latest || row.Published)) return false;
        foreach (var row in all) versions.Outdate(row);
        versions.Db.Versions.RemoveRange(all);
        versions.Db.Paths.RemoveRange(await versions.Db.Paths.Where(row => row.DocumentId == contentItemId).ToListAsync(cancel));
        versions.Db.Aliases.RemoveRange(await versions.Db.Aliases.Where(row => row.DocumentId == contentItemId).ToListAsync(cancel));
        versions.Record(binned, ChangeKind.Deleted);
        versions.Note(binned, "Purged");
        await versions.FlushAsync(cancel);
        return true;
    }

    private async Task KeepDraftAsync(string contentItemId, CancellationToken cancel)
    {
        var present = await versions.Db.Versions.AsNoTracking().FirstOrDefaultAsync(row => row.DocumentId == contentItemId && row.Latest && !row.Published, cancel);
        if (present is null) return;
        var kept = ContentDraft.FromItem(ContentItem.FromRow(present));
        kept.ContentItemVersionId = null;
        var row = versions.NewRow(kept);
        (row.Title, row.TitleKey, row.Body) = (present.Title, present.TitleKey, present.Body);
        (row.CreatedUtc, row.ModifiedUtc, row.Owner, row.Author) = (present.CreatedUtc, present.ModifiedUtc, present.Owner, present.Author);
        versions.Db.Versions.Add(row);
    }

    // Where an item stands is the list's business: others have ordered it since.
    private async Task StayInListAsync(ContentDraft draft, CancellationToken cancel)
    {
        var latest = await versions.Db.Versions.AsNoTracking().FirstOrDefaultAsync(row => row.DocumentId == draft.ContentItemId && row.Latest, cancel);
        if (latest is null) return;
        draft.Content.Remove(Container.Contained);
        if (ContentDraft.FromItem(ContentItem.FromRow(latest)).Content[Container.Contained] is { } place) draft.Content[Container.Contained] = place.DeepClone();
    }

    // What was published for a while only is taken back all the same.
    private async Task StayPlannedAsync(ContentDraft draft, CancellationToken cancel)
    {
        var latest = await versions.Db.Versions.AsNoTracking().FirstOrDefaultAsync(row => row.DocumentId == draft.ContentItemId && row.Latest, cancel);
        if (latest is not null && ContentItem.FromRow(latest).ArchiveAt() is { } end) draft.Part(Schedule.ArchivePart)[Schedule.ArchiveMember] = end;
    }

    // What was planned was planned for that version at that time.
    private static void Unschedule(ContentDraft draft)
    {
        (draft.Content[Schedule.PublishPart] as JsonObject)?.Remove(Schedule.PublishMember);
        (draft.Content[Schedule.ArchivePart] as JsonObject)?.Remove(Schedule.ArchiveMember);
    }
}
