using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>
/// The order of what stands in a list, the same for editors, visitors and programs: where people order it, by their numbers,
/// then the oldest first; else the newest first, and numbers from former days mean nothing.
/// </summary>
public static class ListOrder
{
    /// <summary>Sorts what was read; see <see cref="SortBy"/> for what to read.</summary>
    public static IEnumerable<ContentItem> Sort(IEnumerable<ContentItem> items, bool isOrdered) => isOrdered
        ? items.OrderBy(item => item.Field(Container.Contained, Container.Order).AsNumber() ?? 0).ThenBy(item => item.CreatedUtc).ThenBy(item => item.ContentItemId, StringComparer.Ordinal)
        : items.OrderByDescending(item => item.CreatedUtc).ThenByDescending(item => item.ContentItemId, StringComparer.Ordinal);

    /// <summary>The order in which the items are read, of which one query gives only so many.</summary>
    public static IReadOnlyList<SortBy> SortBy(bool isOrdered) => [Queries.SortBy.By(ItemColumn.CreatedUtc, !isOrdered), Queries.SortBy.By(ItemColumn.ContentItemId, !isOrdered)];

    // Databases disagree where nothing stands among dates, so it is said: it is older than everything.
    internal static IQueryable<VersionRow> Sort(IQueryable<VersionRow> rows, IQueryable<NumberRow> orders, bool isOrdered) => isOrdered
        ? rows.OrderBy(row => orders.Where(number => number.RowId == row.Id).Select(number => number.Value).FirstOrDefault() ?? 0)
            .ThenByDescending(row => row.CreatedUtc == null).ThenBy(row => row.CreatedUtc).ThenBy(row => row.DocumentId)
        : rows.OrderBy(row => row.CreatedUtc == null).ThenByDescending(row => row.CreatedUtc).ThenByDescending(row => row.DocumentId);
}
