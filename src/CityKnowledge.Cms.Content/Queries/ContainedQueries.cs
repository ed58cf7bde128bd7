using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>Asks for what stands in some lists.</summary>
/// <param name="Types">Types of which every item may be given.</param>
/// <param name="OwnTypes">Types of which only the items of <paramref name="Owner"/> may be given.</param>
/// <param name="IsOrdered">Whether people order the items of these lists; else the newest come first.</param>
/// <param name="Skip">Items left out at the start of each list.</param>
/// <param name="Take">Most items of each list.</param>
public sealed record ContainedQuery(
    IReadOnlyList<string> ListIds, IReadOnlyList<string> Types, IReadOnlyList<string> OwnTypes, string? Owner, bool IsOrdered, int Skip, int Take);

/// <summary>Lists the published items that stand in lists, in the lists' own order; one statement for any number of lists.</summary>
public sealed class ContainedQueries(Store store, ContentReader reader, FieldKeys keys)
{
    /// <summary>The key under which an item refers to its list, whatever its type.</summary>
    public const string ListKey = "ContainedPart.ListContentItemId";

    /// <summary>The items by the id of their list.</summary>
    public async Task<ILookup<string, ContentItem>> ListAsync(ContainedQuery query, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var places = await ListPlacesAsync(query, cancel);
        var items = (await reader.ListPublishedAsync([.. places.Select(place => place.ItemId)])).ToDictionary(item => item.ContentItemId);
        return places.Where(place => items.ContainsKey(place.ItemId)).ToLookup(place => place.ListId, place => items[place.ItemId]);
    }

    private async Task<List<Place>> ListPlacesAsync(ContainedQuery query, CancellationToken cancel)
    {
        var listKey = keys.Find(ListKey) ?? -1;
        int[] orderKeys = [.. query.Types.Concat(query.OwnTypes).Select(type => keys.Find(FieldKey.OfPart(type, "ContainedPart", "Order"))).OfType<int>()];
        await using var db = store.OpenRead();
        var seen = db.Versions.Where(version => query.Types.Contains(version.Kind) || (query.OwnTypes.Contains(version.Kind) && version.Owner == query.Owner));
        var contained =
            from version in ListOrder.Sort(seen, db.Numbers.Where(number => orderKeys.Contains(number.KeyId)), query.IsOrdered)
            join reference in db.References.Where(reference => reference.KeyId == listKey && reference.Published) on version.Id equals reference.RowId
            select new { reference.TargetId, version.DocumentId };
        var pages = await db.Versions.AsNoTracking()
            .Where(list => list.Published && query.ListIds.Contains(list.DocumentId))
            .Select(list => new
            {
                list.DocumentId,
                Items = contained.Where(item => item.TargetId == list.DocumentId).Skip(query.Skip).Take(query.Take).Select(item => item.DocumentId).ToList(),
            })
            .ToListAsync(cancel);
        return [.. pages.SelectMany(page => page.Items.Select(item => new Place(page.DocumentId, item)))];
    }

    private sealed record Place(string ListId, string ItemId);
}
