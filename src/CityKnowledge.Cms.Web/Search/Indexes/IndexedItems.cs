using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>Reads what goes into indexes: items in pages, items by id, and the change log.</summary>
internal sealed class IndexedItems(Store store)
{
    public const int PageSize = 500;

    /// <summary>The newest change.</summary>
    public async Task<long> LastSequenceAsync(CancellationToken cancel)
    {
        await using var db = store.OpenRead();
        return await db.Changes.MaxAsync(change => (long?)change.Sequence, cancel) ?? 0;
    }

    public async Task<IReadOnlyList<ChangeRow>> ChangesAfterAsync(long sequence, CancellationToken cancel)
    {
        await using var db = store.OpenRead();
        return await db.Changes.AsNoTracking().Where(change => change.Sequence > sequence)
            .OrderBy(change => change.Sequence).Take(PageSize).ToListAsync(cancel);
    }

    /// <summary>How many items of these types there are.</summary>
    public async Task<int> CountAsync(IReadOnlyCollection<string> types, bool latest, CancellationToken cancel)
    {
        await using var db = store.OpenRead();
        return await Wanted(db, latest).CountAsync(row => types.Contains(row.Kind), cancel);
    }

    /// <summary>A page of items of these types, after the row with that number.</summary>
    public async Task<IReadOnlyList<ContentItem>> PageAsync(IReadOnlyCollection<string> types, bool latest, long afterRow, CancellationToken cancel)
    {
        await using var db = store.OpenRead();
        var rows = await Wanted(db, latest).Where(row => row.Id > afterRow && types.Contains(row.Kind))
            .OrderBy(row => row.Id).Take(PageSize).ToListAsync(cancel);
        return [.. rows.Select(ContentItem.FromRow)];
    }

    /// <summary>Those of these items that have such a version.</summary>
    public async Task<IReadOnlyList<ContentItem>> FindAsync(IReadOnlyCollection<string> ids, bool latest, CancellationToken cancel)
    {
        await using var db = store.OpenRead();
        var rows = await Wanted(db, latest).Where(row => ids.Contains(row.DocumentId)).ToListAsync(cancel);
        return [.. rows.Select(ContentItem.FromRow)];
    }

    private static IQueryable<VersionRow> Wanted(StorageContext db, bool latest) =>
        latest ? db.Versions.AsNoTracking().Where(row => row.Latest) : db.Versions.AsNoTracking().Where(row => row.Published);
}
