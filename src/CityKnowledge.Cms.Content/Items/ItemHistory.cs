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
    public async Task<ContentItem?> CloneAsync(string contentItemId, CancellationToken cancel = default)
    {
        var latest = await versions.Db.Versions.AsNoTracking().FirstOrDefaultAsync(row => row.DocumentId == contentItemId && row.Latest, cancel);
        if (latest is null) return null;
        var draft = ContentDraft.FromItem(ContentItem.FromRow(latest));
        (draft.ContentItemId, draft.ContentItemVersionId) = (null, null);
        (draft.Owner, draft.CreatedUtc, draft.PublishedUtc) = (null, null, null);
        // Two items cannot share an address or alias: the patterns make new ones.
        draft.Content["AutoroutePart"]?.AsObject().Remove("Path");
        draft.Content["AliasPart"]?.AsObject().Remove("Alias");
        return await items.SaveDraftAsync(draft, cancel: cancel);
    }

    /// <summary>A draft with the content of a former version.</summary>
    public Task<ContentItem> RestoreVersionAsync(ContentItem version, CancellationToken cancel = default)
    {
        var draft = ContentDraft.FromItem(version);
        return items.SaveDraftAsync(draft, cancel: cancel);
    }

    /// <summary>Takes an item out of the bin, as a draft; null when it is not there.</summary>
    public async Task<ContentItem?> RestoreFromBinAsync(string contentItemId, CancellationToken cancel = default)
    {
        var binned = await versions.Db.Versions.FirstOrDefaultAsync(row => row.DocumentId == contentItemId && row.BinnedUtc != null, cancel);
        if (binned is null) return null;
        binned.BinnedUtc = null;
        versions.SetFlags(binned, latest: true, published: false);
        await versions.SetNamesAsync(contentItemId, [versions.ReindexedClaim(binned)], false, cancel);
        versions.Record(binned, ChangeKind.Saved);
        versions.Note(binned, "Restored");
        await versions.FlushAsync(cancel);
        return ContentItem.FromRow(binned);
    }
}
