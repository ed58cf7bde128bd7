using System.Linq.Expressions;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>
/// Lists items by what they contain: one SQL statement for the ids, then the items from the read model. Rights are the
/// caller's business: add an owner filter or leave the type out.
/// </summary>
public sealed class ContentQueries(Store store, ContentReader reader, FieldKeys keys, ListCache lists)
{
    public async Task<IReadOnlyList<ContentItem>> ListAsync(ContentQuery query, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Take <= 0) return [];
        if (query.Status == ContentStatus.Published) return await reader.ListPublishedAsync(await ListPublishedIdsAsync(query, cancel));
        var rows = await ListRowsAsync(query, cancel);
        return await reader.ListRowsAsync([.. rows.Select(row => row.RowId)]);
    }

    private async Task<IReadOnlyList<string>> ListPublishedIdsAsync(ContentQuery query, CancellationToken cancel)
    {
        if (lists.Find(query, out var place) is { } known) return known;
        var rows = await ListRowsAsync(query, cancel);
        return lists.Keep(place, [.. rows.Select(row => row.DocumentId)]);
    }

    /// <summary>How many items the query finds, whatever its Skip and Take.</summary>
    public async Task<int> CountAsync(ContentQuery query, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var db = store.OpenRead();
        return await Matching(db, query).CountAsync(cancel);
    }

    private async Task<List<RowName>> ListRowsAsync(ContentQuery query, CancellationToken cancel)
    {
        await using var db = store.OpenRead();
        var rows = SortsByField(query) is { } field ? SortedByField(db, query, field) : Sorted(db, Matching(db, query), query);
        return await rows.Skip(query.Skip).Take(query.Take).Select(row => new RowName(row.Id, row.DocumentId)).ToListAsync(cancel);
    }

    internal IQueryable<VersionRow> Matching(StorageContext db, ContentQuery query)
    {
        var rows = WithStatus(db.Versions.AsNoTracking(), query.Status);
        rows = query.Types switch
        {
            [] => rows,
            [var type] => rows.Where(row => row.Kind == type),
            var types => rows.Where(row => types.Contains(row.Kind)),
        };
        return query.Where is null ? rows : rows.Where(new FilterSql(db, keys, query.Status).Translate(query.Where));
    }

    // Compared with a parameter, because SQLite uses no index for a flag that stands alone.
    private static IQueryable<VersionRow> WithStatus(IQueryable<VersionRow> rows, ContentStatus status)
    {
        var (yes, no) = (true, false);
        return status switch
        {
            ContentStatus.Published => rows.Where(row => row.Published == yes),
            ContentStatus.Draft => rows.Where(row => row.Latest == yes && row.Published == no),
            ContentStatus.Latest => rows.Where(row => row.Latest == yes),
            _ => rows,
        };
    }

    private static SortBy? SortsByField(ContentQuery query) =>
        query.OrderBy is [{ Key: not null } first] && query.Status == ContentStatus.Published ? first : null;

    // The index of the value table already has the order: start from it instead of sorting every item.
    private IQueryable<VersionRow> SortedByField(StorageContext db, ContentQuery query, SortBy sort)
    {
        var key = keys.Find(sort.Key!) ?? -1;
        var matching = Matching(db, query);
        return sort.Kind switch
        {
            MemberKind.Number => Join(db.Numbers, key, row => row.Value, sort.Descending, matching),
            MemberKind.Flag => Join(db.Flags, key, row => row.Value, sort.Descending, matching),
            MemberKind.Date or MemberKind.Moment or MemberKind.Time => Join(db.Moments, key, row => row.Value, sort.Descending, matching),
            _ => Join(db.Texts, key, row => row.Value, sort.Descending, matching),
        };
    }

    private static IQueryable<VersionRow> Join<TRow, TValue>(
        IQueryable<TRow> values, int key, Expression<Func<TRow, TValue>> value, bool descending, IQueryable<VersionRow> matching)
        where TRow : ValueRow
    {
        var yes = true;
        var first = values.Where(row => row.KeyId == key && row.Published == yes && row.Position == 0);
        var ordered = descending
            ? first.OrderByDescending(value).ThenByDescending(row => row.RowId)
            : first.OrderBy(value).ThenBy(row => row.RowId);
        return ordered.Join(matching, row => row.RowId, version => version.Id, (_, version) => version);
    }

    private IQueryable<VersionRow> Sorted(StorageContext db, IQueryable<VersionRow> rows, ContentQuery query)
    {
        IOrderedQueryable<VersionRow>? ordered = null;
        foreach (var sort in query.OrderBy) ordered = SortBy(db, rows, ordered, sort);
        ordered ??= rows.OrderByDescending(row => row.CreatedUtc).ThenByDescending(row => row.Id);
        return query.OrderBy.Count == 0 ? ordered : ordered.ThenBy(row => row.Id);
    }

    private IOrderedQueryable<VersionRow> SortBy(StorageContext db, IQueryable<VersionRow> rows, IOrderedQueryable<VersionRow>? ordered, SortBy sort)
    {
        if (sort.Key is not null)
        {
            var key = keys.Find(sort.Key) ?? -1;
            return sort.Kind switch
            {
                MemberKind.Number => Order(rows, ordered, version => db.Numbers.Where(row => row.RowId == version.Id && row.KeyId == key && row.Position == 0).Select(row => row.Value).FirstOrDefault(), sort.Descending),
                MemberKind.Flag => Order(rows, ordered, version => db.Flags.Where(row => row.RowId == version.Id && row.KeyId == key && row.Position == 0).Select(row => row.Value).FirstOrDefault(), sort.Descending),
                MemberKind.Date or MemberKind.Moment or MemberKind.Time => Order(rows, ordered, version => db.Moments.Where(row => row.RowId == version.Id && row.KeyId == key && row.Position == 0).Select(row => row.Value).FirstOrDefault(), sort.Descending),
                _ => Order(rows, ordered, version => db.Texts.Where(row => row.RowId == version.Id && row.KeyId == key && row.Position == 0).Select(row => row.Value).FirstOrDefault(), sort.Descending),
            };
        }

        return sort.Column switch
        {
            ItemColumn.ContentItemId => Order(rows, ordered, row => row.DocumentId, sort.Descending),
            ItemColumn.ContentItemVersionId => Order(rows, ordered, row => row.VersionId, sort.Descending),
            ItemColumn.ContentType => Order(rows, ordered, row => row.Kind, sort.Descending),
            ItemColumn.DisplayText => Order(rows, ordered, row => row.TitleKey, sort.Descending),
            ItemColumn.Published => Order(rows, ordered, row => row.Published, sort.Descending),
            ItemColumn.Latest => Order(rows, ordered, row => row.Latest, sort.Descending),
            ItemColumn.ModifiedUtc => Order(rows, ordered, row => row.ModifiedUtc, sort.Descending),
            ItemColumn.PublishedUtc => Order(rows, ordered, row => row.PublishedUtc, sort.Descending),
            ItemColumn.Owner => Order(rows, ordered, row => row.Owner, sort.Descending),
            ItemColumn.Author => Order(rows, ordered, row => row.Author, sort.Descending),
            _ => Order(rows, ordered, row => row.CreatedUtc, sort.Descending),
        };
    }

    private static IOrderedQueryable<VersionRow> Order<TKey>(
        IQueryable<VersionRow> rows, IOrderedQueryable<VersionRow>? ordered, Expression<Func<VersionRow, TKey>> key, bool descending) =>
        (ordered, descending) switch
        {
            (null, false) => rows.OrderBy(key),
            (null, true) => rows.OrderByDescending(key),
            (_, false) => ordered.ThenBy(key),
            (_, true) => ordered.ThenByDescending(key),
        };

    private sealed record RowName(long RowId, string DocumentId);
}
