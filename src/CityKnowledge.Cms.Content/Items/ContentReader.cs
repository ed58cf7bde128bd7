using BitFaster.Caching.Lru;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>How many published items and addresses are kept in memory.</summary>
public sealed record CacheSettings(int Items = 20_000, int Paths = 50_000);

/// <summary>Where an address leads.</summary>
/// <param name="ContainedId">The term or other contained item that is meant, or empty for the item itself.</param>
/// <param name="RedirectTo">The present address when the one asked for was used before; else null.</param>
public sealed record PathTarget(string ContentItemId, string ContainedId, string? RedirectTo);

/// <summary>
/// Reads content. Published items come from a bounded cache that follows the change log; nothing here checks rights:
/// the doors ask <see cref="Security.Access"/>.
/// </summary>
public sealed class ContentReader
{
    private static readonly ContentItem Nothing = new() { ContentItemId = "", ContentType = "", Content = default };
    private const int AliasesKept = 1_000;
    private static readonly PathTarget Nowhere = new("", "", null);
    private readonly Store store;
    private readonly ChangeFeed feed;
    private readonly ConcurrentLru<string, ContentItem> published;
    private readonly ConcurrentLru<string, PathTarget> paths;
    private readonly ConcurrentLru<string, string> aliases;

    public ContentReader(Store store, ChangeFeed feed, CacheSettings cache)
    {
        ArgumentNullException.ThrowIfNull(cache);
        ArgumentNullException.ThrowIfNull(feed);
        (this.store, this.feed) = (store, feed);
        published = new ConcurrentLru<string, ContentItem>(cache.Items);
        paths = new ConcurrentLru<string, PathTarget>(Environment.ProcessorCount, cache.Paths, StringComparer.OrdinalIgnoreCase);
        aliases = new ConcurrentLru<string, string>(Environment.ProcessorCount, AliasesKept, StringComparer.OrdinalIgnoreCase);
        feed.Changed += Forget;
    }

    /// <summary>The published version, or null.</summary>
    public async ValueTask<ContentItem?> FindPublishedAsync(string contentItemId) =>
        published.TryGet(contentItemId, out var known)
            ? OrNull(known)
            : (await LoadPublishedAsync([contentItemId])).GetValueOrDefault(contentItemId);

    /// <summary>Whether it is known without the database what the published version is; <paramref name="item"/> is null when there is none.</summary>
    public bool TryFindCached(string contentItemId, out ContentItem? item)
    {
        var isKnown = published.TryGet(contentItemId, out var known);
        item = isKnown ? OrNull(known) : null;
        return isKnown;
    }

    /// <summary>The published versions of these items, in the order asked for; what does not exist is left out.</summary>
    public async ValueTask<IReadOnlyList<ContentItem>> ListPublishedAsync(IReadOnlyCollection<string> contentItemIds)
    {
        ArgumentNullException.ThrowIfNull(contentItemIds);
        var found = new Dictionary<string, ContentItem>(contentItemIds.Count);
        List<string>? missing = null;
        foreach (var id in contentItemIds)
        {
            if (published.TryGet(id, out var known)) found[id] = known;
            else (missing ??= []).Add(id);
        }

        if (missing is not null)
        {
            foreach (var (id, item) in await LoadPublishedAsync(missing)) found[id] = item;
        }

        return [.. contentItemIds.Select(found.GetValueOrDefault).Select(OrNull).OfType<ContentItem>()];
    }

    /// <summary>The newest version, draft or not; null when the item does not exist or was deleted.</summary>
    public async Task<ContentItem?> FindLatestAsync(string contentItemId)
    {
        await using var db = store.OpenRead();
        var row = await db.Versions.AsNoTracking().FirstOrDefaultAsync(version => version.DocumentId == contentItemId && version.Latest);
        return row is null ? null : ContentItem.FromRow(row);
    }

    /// <summary>The item as it was put into the bin, or null.</summary>
    public async Task<ContentItem?> FindBinnedAsync(string contentItemId)
    {
        await using var db = store.OpenRead();
        var row = await db.Versions.AsNoTracking().FirstOrDefaultAsync(version => version.DocumentId == contentItemId && version.BinnedUtc != null);
        return row is null ? null : ContentItem.FromRow(row);
    }

    /// <summary>The version with that id, or null.</summary>
    public async Task<ContentItem?> FindVersionAsync(string contentItemVersionId)
    {
        await using var db = store.OpenRead();
        var row = await db.Versions.AsNoTracking().FirstOrDefaultAsync(version => version.VersionId == contentItemVersionId);
        return row is null ? null : ContentItem.FromRow(row);
    }

    /// <summary>Those of these items that have a public version.</summary>
    public async Task<IReadOnlySet<string>> ListPublicIdsAsync(IReadOnlyCollection<string> contentItemIds)
    {
        ArgumentNullException.ThrowIfNull(contentItemIds);
        if (contentItemIds.Count == 0) return new HashSet<string>();
        await using var db = store.OpenRead();
        return await db.Versions.Where(version => contentItemIds.Contains(version.DocumentId) && version.Published).Select(version => version.DocumentId).ToHashSetAsync();
    }

    /// <summary>All versions of an item, newest first.</summary>
    public async Task<IReadOnlyList<ContentItem>> ListVersionsAsync(string contentItemId)
    {
        await using var db = store.OpenRead();
        var rows = await db.Versions.AsNoTracking().Where(version => version.DocumentId == contentItemId)
            .OrderByDescending(version => version.Id).ToListAsync();
        return [.. rows.Select(ContentItem.FromRow)];
    }

    /// <summary>These stored versions, in the order asked for.</summary>
    public async Task<IReadOnlyList<ContentItem>> ListRowsAsync(IReadOnlyList<long> rowIds)
    {
        if (rowIds.Count == 0) return [];
        await using var db = store.OpenRead();
        var found = new Dictionary<long, ContentItem>(rowIds.Count);
        foreach (var chunk in rowIds.Chunk(500))
        {
            foreach (var row in await db.Versions.AsNoTracking().Where(version => chunk.Contains(version.Id)).ToListAsync())
            {
                found[row.Id] = ContentItem.FromRow(row);
            }
        }

        return [.. rowIds.Select(found.GetValueOrDefault).OfType<ContentItem>()];
    }

    /// <summary>Where a public address leads, or null. The address has no leading slash; case does not matter.</summary>
    public async ValueTask<PathTarget?> FindPathAsync(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!paths.TryGet(path, out var target))
        {
            var before = feed.LastSequence;
            target = await LoadPathAsync(path) ?? Nowhere;
            // Addresses that lead nowhere are not kept: a scanner would push out the real ones.
            if (target != Nowhere && before == feed.LastSequence) paths.AddOrUpdate(path, target);
            if (before != feed.LastSequence) paths.TryRemove(path);
        }

        return target == Nowhere ? null : target;
    }

    /// <summary>The id of the published item with that alias, or null. Case does not matter.</summary>
    public async ValueTask<string?> FindAliasAsync(string alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        if (aliases.TryGet(alias, out var known)) return known;
        var before = feed.LastSequence;
        if (await LoadAliasAsync(alias) is not { } id) return null;
        if (before == feed.LastSequence) aliases.AddOrUpdate(alias, id);
        if (before != feed.LastSequence) aliases.TryRemove(alias);
        return id;
    }

    /// <summary>The published item that a handle names: <c>contentitemid:…</c>, <c>alias:…</c> or <c>slug:…</c>.</summary>
    public async ValueTask<ContentItem?> FindHandleAsync(string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var colon = handle.IndexOf(':', StringComparison.Ordinal);
        var (kind, name) = colon < 0 ? ("alias", handle) : (handle[..colon], handle[(colon + 1)..]);
        var id = kind.ToLowerInvariant() switch
        {
            "contentitemid" => name,
            "alias" => await FindAliasAsync(name),
            "slug" => (await FindPathAsync(name.TrimStart('/')))?.ContentItemId,
            _ => null,
        };
        return id is null ? null : await FindPublishedAsync(id);
    }

    private async Task<Dictionary<string, ContentItem>> LoadPublishedAsync(IReadOnlyList<string> ids)
    {
        var before = feed.LastSequence;
        var found = new Dictionary<string, ContentItem>(ids.Count);
        await using (var db = store.OpenRead())
        {
            foreach (var chunk in ids.Chunk(500))
            {
                foreach (var row in await RowsOf(db, chunk)) found[row.DocumentId] = ContentItem.FromRow(row);
            }
        }

        foreach (var id in ids) published.AddOrUpdate(id, found.GetValueOrDefault(id, Nothing));
        // What was read while something was committed may be old already: serve it, do not keep it.
        if (before != feed.LastSequence)
        {
            foreach (var id in ids) published.TryRemove(id);
        }

        return found;
    }

    private static Task<List<VersionRow>> RowsOf(StorageContext db, string[] ids)
    {
        var versions = db.Versions.AsNoTracking();
        if (ids is [var id]) return versions.Where(version => version.DocumentId == id && version.Published).ToListAsync();
        return versions.Where(version => ids.Contains(version.DocumentId) && version.Published).ToListAsync();
    }

    private async Task<PathTarget?> LoadPathAsync(string path)
    {
        var folded = Folding.Fold(path);
        await using var db = store.OpenRead();
        var rows = await db.Paths.AsNoTracking().Where(row => row.Path == folded && row.State != PathState.Draft).ToListAsync();
        if (rows.Find(row => row.State == PathState.Published) is { } here) return new PathTarget(here.DocumentId, here.ContainedId, null);
        if (rows.Count == 0) return null;
        var former = rows[0];
        var present = await db.Paths.AsNoTracking().FirstOrDefaultAsync(row =>
            row.DocumentId == former.DocumentId && row.ContainedId == former.ContainedId && row.State == PathState.Published);
        return present is null ? null : new PathTarget(former.DocumentId, former.ContainedId, present.Path);
    }

    private async Task<string?> LoadAliasAsync(string alias)
    {
        var folded = Folding.Fold(alias);
        await using var db = store.OpenRead();
        return await db.Aliases.Where(row => row.Alias == folded && row.Published).Select(row => row.DocumentId).FirstOrDefaultAsync();
    }

    private void Forget(IReadOnlyList<ChangeRow> changes)
    {
        foreach (var change in changes) published.TryRemove(change.DocumentId);
        if (changes.All(change => change.What == ChangeKind.Saved)) return;
        paths.Clear();
        aliases.Clear();
    }

    private static ContentItem? OrNull(ContentItem? item) => ReferenceEquals(item, Nothing) ? null : item;
}
