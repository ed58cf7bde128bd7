using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>An item that a person may point to.</summary>
public sealed record PickableItem(string ContentItemId, string DisplayText, string ContentType, bool HasPublished);

/// <summary>Finds the items a person may point to: only what the person may see, drafts included where that is allowed.</summary>
public sealed class PickableItems(Store store, ContentQueries queries, Access access)
{
    // Titles that match only without their accents are read one by one; beyond this many the person types another letter.
    private const int TitlesRead = 5_000;

    /// <summary>Items of these types whose title holds every word that was typed; the last changed ones when nothing was.</summary>
    /// <param name="typed">Words of the title, or the whole id of an item.</param>
    public async Task<IReadOnlyList<PickableItem>> SearchAsync(
        Caller caller, IReadOnlyCollection<string> types, string? typed, int take, CancellationToken cancel = default)
    {
        var search = new TitleSearch(typed ?? "");
        await using var db = store.OpenRead();
        var found = new List<Found>();
        foreach (var seen in Seen(db, caller, types))
        {
            if (search.IsEmpty) found.AddRange(await ReadAsync(seen.Matching(null).OrderByDescending(row => row.ModifiedUtc), 0, take, cancel));
            else await FindAsync(seen, search, typed!.Trim(), take, found, cancel);
        }

        var chosen = found.OrderBy(item => item.Rank).ThenBy(item => search.IsEmpty ? "" : item.TitleKey, StringComparer.Ordinal)
            .DistinctBy(item => item.Id).Take(take).ToList();
        return await DescribeAsync(db, chosen, cancel);
    }

    /// <summary>Those of the items that the caller may see, in no order.</summary>
    public async Task<IReadOnlyList<PickableItem>> ListAsync(Caller caller, IReadOnlyCollection<string> contentItemIds, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(contentItemIds);
        if (contentItemIds.Count == 0) return [];
        await using var db = store.OpenRead();
        var types = await db.Versions.Where(row => contentItemIds.Contains(row.DocumentId) && (row.Latest || row.Published)).Select(row => row.Kind).Distinct().ToListAsync(cancel);
        var wanted = new ColumnIs(ItemColumn.ContentItemId, Comparison.In, [.. contentItemIds]);
        var found = new List<Found>();
        foreach (var seen in Seen(db, caller, types)) found.AddRange(await ReadAsync(seen.Matching(wanted), 0, contentItemIds.Count, cancel));
        return await DescribeAsync(db, [.. found.DistinctBy(item => item.Id)], cancel);
    }

    /// <summary>The items with exactly that id or title; several when the title is not the only one.</summary>
    public async Task<IReadOnlyList<PickableItem>> FindAsync(
        Caller caller, IReadOnlyCollection<string> types, string titleOrId, int take, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(titleOrId);
        var search = new TitleSearch(titleOrId);
        if (search.IsEmpty) return [];
        await using var db = store.OpenRead();
        var found = new List<Found>();
        var named = new AnyOf([search.Whole, new ColumnIs(ItemColumn.ContentItemId, Comparison.Equal, [titleOrId.Trim()])]);
        foreach (var seen in Seen(db, caller, types)) found.AddRange(await ReadAsync(seen.Matching(named), 0, take, cancel));
        return await DescribeAsync(db, [.. found.DistinctBy(item => item.Id)], cancel);
    }

    private static async Task FindAsync(SeenItems seen, TitleSearch search, string typed, int take, List<Found> found, CancellationToken cancel)
    {
        if (typed.Length == ContentId.Length) found.AddRange(await ReadAsync(seen.Matching(new ColumnIs(ItemColumn.ContentItemId, Comparison.Equal, [typed])), 0, 1, cancel));
        found.AddRange(await ReadAsync(ByTitle(seen.Matching(search.Start)), 1, take, cancel));
        if (found.Count >= take) return;
        found.AddRange(await ReadAsync(ByTitle(seen.Matching(search.Words)), 2, take, cancel));
        if (found.Count >= take) return;
        var read = await ReadAsync(ByTitle(search.Loosely(seen.Matching(null))), 3, TitlesRead, cancel);
        found.AddRange(read.Where(item => search.Matches(item.TitleKey)).Take(take));
    }

    private static IQueryable<VersionRow> ByTitle(IQueryable<VersionRow> rows) => rows.OrderBy(row => row.TitleKey).ThenBy(row => row.Id);

    private static async Task<List<Found>> ReadAsync(IQueryable<VersionRow> rows, int rank, int take, CancellationToken cancel) =>
        await rows.Take(take).Select(row => new Found(rank, row.DocumentId, row.Title, row.TitleKey ?? "", row.Kind, row.Published)).ToListAsync(cancel);

    private static async Task<IReadOnlyList<PickableItem>> DescribeAsync(StorageContext db, List<Found> found, CancellationToken cancel)
    {
        var drafts = found.Where(item => !item.Published).Select(item => item.Id).ToArray();
        var withPublished = drafts.Length == 0 ? [] : await db.Versions.Where(row => drafts.Contains(row.DocumentId) && row.Published).Select(row => row.DocumentId).ToListAsync(cancel);
        return [.. found.Select(item => new PickableItem(
            item.Id, string.IsNullOrWhiteSpace(item.Title) ? item.Id : item.Title, item.Kind, item.Published || withPublished.Contains(item.Id)))];
    }

    // Whoever may preview sees the latest version, others the public one; everyone the latest of what is their own.
    private IEnumerable<SeenItems> Seen(StorageContext db, Caller caller, IReadOnlyCollection<string> types)
    {
        var latest = types.Where(type => access.AllowsType(caller, Permissions.PreviewContent, type)).ToArray();
        var others = types.Except(latest).ToArray();
        var own = caller.UserId is null ? [] : others.Where(type => SeesOwn(caller, type)).ToArray();
        var open = others.Where(type => access.AllowsType(caller, Permissions.ViewContent, type)).ToArray();
        if (latest.Length > 0) yield return new SeenItems(db, queries, new ContentQuery { Types = latest, Status = ContentStatus.Latest }, null);
        if (own.Length > 0) yield return new SeenItems(db, queries, new ContentQuery { Types = own, Status = ContentStatus.Latest }, caller.UserId);
        if (open.Length > 0) yield return new SeenItems(db, queries, new ContentQuery { Types = open, Status = ContentStatus.Published }, null);
    }

    private bool SeesOwn(Caller caller, string type) =>
        access.AllowsType(caller, Access.OwnForm(Permissions.PreviewContent), type) || access.AllowsType(caller, Access.OwnForm(Permissions.EditContent), type);

    private sealed record Found(int Rank, string Id, string? Title, string TitleKey, string Kind, bool Published);

    private sealed record SeenItems(StorageContext Db, ContentQueries Queries, ContentQuery Query, string? Owner)
    {
        public IQueryable<VersionRow> Matching(Filter? where)
        {
            var rows = Queries.Matching(Db, Query with { Where = where });
            return Owner is null ? rows : rows.Where(row => row.Owner == Owner);
        }
    }
}
