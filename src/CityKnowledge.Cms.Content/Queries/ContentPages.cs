using System.Linq.Expressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>How a list for editors is ordered.</summary>
public enum PageOrder
{
    /// <summary>Last changed first.</summary>
    Modified,
    /// <summary>Last published first; items never published come last.</summary>
    Published,
    /// <summary>Newest first.</summary>
    Created,
    /// <summary>By title, A first.</summary>
    Title,
}

/// <summary>A page of a long list.</summary>
/// <param name="Next">Pass it to get the page after this one; null on the last page.</param>
public sealed record ContentPage(IReadOnlyList<ContentItem> Items, string? Next);

/// <summary>
/// Pages through any number of items at the same speed: each page starts after the last row of the one before, instead
/// of counting over all that came earlier.
/// </summary>
public sealed class ContentPages(Store store, ContentReader reader, ContentQueries queries)
{
    /// <param name="query">Its OrderBy and Skip do not count; its Take is the size of the page.</param>
    /// <param name="after">The <see cref="ContentPage.Next"/> of the page before; null or unreadable for the first page.</param>
    public async Task<ContentPage> ListAsync(ContentQuery query, PageOrder order, string? after = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var db = store.OpenRead();
        var rows = queries.Matching(db, query);
        var ordered = order switch
        {
            PageOrder.Title => ByTitle(rows, PageCursor.Read(after)),
            PageOrder.Created => ByMoment(rows, row => row.CreatedUtc, PageCursor.Read(after)),
            PageOrder.Published => ByMoment(rows, row => row.PublishedUtc, PageCursor.Read(after)),
            _ => ByMoment(rows, row => row.ModifiedUtc, PageCursor.Read(after)),
        };
        var found = await ordered.Take(query.Take + 1)
            .Select(row => new { row.Id, row.TitleKey, row.ModifiedUtc, row.CreatedUtc, row.PublishedUtc }).ToListAsync(cancel);
        var more = found.Count > query.Take;
        if (more) found.RemoveAt(found.Count - 1);
        var items = await reader.ListRowsAsync([.. found.Select(row => row.Id)]);
        return new ContentPage(items, more ? Next() : null);

        string Next() => order switch
        {
            PageOrder.Title => PageCursor.At(found[^1].TitleKey, found[^1].Id),
            PageOrder.Created => PageCursor.At(found[^1].CreatedUtc, found[^1].Id),
            PageOrder.Published => PageCursor.At(found[^1].PublishedUtc, found[^1].Id),
            _ => PageCursor.At(found[^1].ModifiedUtc, found[^1].Id),
        };
    }

    // The order is that of the index, so where items without a title stand is the database's choice: first in SQLite, last in PostgreSQL.
    private IQueryable<VersionRow> ByTitle(IQueryable<VersionRow> rows, PageCursor? after)
    {
        if (after is not null)
        {
            var (title, id, untitledLast) = (after.Text, after.RowId, IsPostgres);
#pragma warning disable CA1309 // EF Core translates Compare, not CompareOrdinal; the column's collation is ordinal anyway.
            rows = title is null
                ? rows.Where(row => (row.TitleKey == null && row.Id > id) || (!untitledLast && row.TitleKey != null))
                : rows.Where(row => string.Compare(row.TitleKey, title) > 0 || (row.TitleKey == title && row.Id > id) || (untitledLast && row.TitleKey == null));
#pragma warning restore CA1309
        }

        return rows.OrderBy(row => row.TitleKey).ThenBy(row => row.Id);
    }

    private IQueryable<VersionRow> ByMoment(IQueryable<VersionRow> rows, Expression<Func<VersionRow, DateTime?>> moment, PageCursor? after)
    {
        if (after is not null)
        {
            DateTime? at = after.Moment;
            var id = after.RowId;
            Expression<Func<DateTime?, long, bool>> below = at is null
                ? (value, row) => value == null && row < id
                : (value, row) => value < at || value == null || (value == at && row < id);
            rows = rows.Where(Apply(below, moment));
        }

        // PostgreSQL puts what has no moment first when the order is descending.
        return IsPostgres
            ? rows.OrderBy(IsMissing(moment)).ThenByDescending(moment).ThenByDescending(row => row.Id)
            : rows.OrderByDescending(moment).ThenByDescending(row => row.Id);
    }

    private bool IsPostgres => store.Settings.Provider == DatabaseProvider.Postgres;

    private static Expression<Func<VersionRow, bool>> IsMissing(Expression<Func<VersionRow, DateTime?>> moment) =>
        Expression.Lambda<Func<VersionRow, bool>>(Expression.Equal(moment.Body, Expression.Constant(null, typeof(DateTime?))), moment.Parameters);

    private static Expression<Func<VersionRow, bool>> Apply(
        Expression<Func<DateTime?, long, bool>> condition, Expression<Func<VersionRow, DateTime?>> moment)
    {
        var row = moment.Parameters[0];
        var body = Expression.Invoke(condition, moment.Body, Expression.Property(row, nameof(VersionRow.Id)));
        return Expression.Lambda<Func<VersionRow, bool>>(body, row);
    }
}
