using System.Globalization;
using System.Linq.Expressions;
using System.Text;
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
            PageOrder.Title => ByTitle(rows, Cursor.Read(after)),
            PageOrder.Created => ByMoment(rows, row => row.CreatedUtc, Cursor.Read(after)),
            PageOrder.Published => ByMoment(rows, row => row.PublishedUtc, Cursor.Read(after)),
            _ => ByMoment(rows, row => row.ModifiedUtc, Cursor.Read(after)),
        };
        var found = await ordered.Take(query.Take + 1)
            .Select(row => new { row.Id, row.TitleKey, row.ModifiedUtc, row.CreatedUtc, row.PublishedUtc }).ToListAsync(cancel);
        var more = found.Count > query.Take;
        if (more) found.RemoveAt(found.Count - 1);
        var items = await reader.ListRowsAsync([.. found.Select(row => row.Id)]);
        return new ContentPage(items, more ? Next() : null);

        string Next() => order switch
        {
            PageOrder.Title => new Cursor(found[^1].TitleKey ?? "", found[^1].Id).Write(),
            PageOrder.Created => Cursor.At(found[^1].CreatedUtc, found[^1].Id),
            PageOrder.Published => Cursor.At(found[^1].PublishedUtc, found[^1].Id),
            _ => Cursor.At(found[^1].ModifiedUtc, found[^1].Id),
        };
    }

    private static IQueryable<VersionRow> ByTitle(IQueryable<VersionRow> rows, Cursor? after)
    {
        if (after is not null)
        {
            var (title, id) = (after.Value, after.RowId);
#pragma warning disable CA1309 // EF Core translates Compare, not CompareOrdinal; the column's collation is ordinal anyway.
            rows = rows.Where(row => string.Compare(row.TitleKey ?? "", title) > 0 || ((row.TitleKey ?? "") == title && row.Id > id));
#pragma warning restore CA1309
        }

        return rows.OrderBy(row => row.TitleKey ?? "").ThenBy(row => row.Id);
    }

    private static IQueryable<VersionRow> ByMoment(IQueryable<VersionRow> rows, Expression<Func<VersionRow, DateTime?>> moment, Cursor? after)
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

        return rows.OrderByDescending(moment).ThenByDescending(row => row.Id);
    }

    private static Expression<Func<VersionRow, bool>> Apply(
        Expression<Func<DateTime?, long, bool>> condition, Expression<Func<VersionRow, DateTime?>> moment)
    {
        var row = moment.Parameters[0];
        var body = Expression.Invoke(condition, moment.Body, Expression.Property(row, nameof(VersionRow.Id)));
        return Expression.Lambda<Func<VersionRow, bool>>(body, row);
    }

    private sealed record Cursor(string Value, long RowId)
    {
        public DateTime? Moment => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime(ticks, DateTimeKind.Utc)
            : null;

        public static string At(DateTime? moment, long rowId) =>
            new Cursor(moment?.Ticks.ToString(CultureInfo.InvariantCulture) ?? "", rowId).Write();

        public string Write() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{RowId.ToString(CultureInfo.InvariantCulture)} {Value}"));

        public static Cursor? Read(string? text)
        {
            var bytes = new byte[text?.Length ?? 0];
            if (string.IsNullOrEmpty(text) || !Convert.TryFromBase64String(text, bytes, out var length)) return null;
            var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 2);
            return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new Cursor(parts[1], id) : null;
        }
    }
}
