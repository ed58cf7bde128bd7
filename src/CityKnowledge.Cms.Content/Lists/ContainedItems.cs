using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>Lists for editors what stands in a list, drafts too, within their rights.</summary>
public sealed class ContainedItems(Store store, ContainedRows rows, ContentReader reader, ListRights rights)
{
    /// <summary>The latest versions, in the order of the list.</summary>
    public async Task<IReadOnlyList<ListedItem>> ListAsync(Caller caller, Container container, int skip, int take, CancellationToken cancel = default)
    {
        await using var db = store.OpenRead();
        var ids = await rows.Sorted(db, container, rights.On(caller, rows.Types)).Skip(skip).Take(take).Select(row => row.Id).ToListAsync(cancel);
        var items = await reader.ListRowsAsync(ids);
        var behindDrafts = await reader.ListPublicIdsAsync([.. items.Where(item => !item.Published).Select(item => item.ContentItemId)]);
        return [.. items.Select(item => new ListedItem(item, item.Published || behindDrafts.Contains(item.ContentItemId)))];
    }

    /// <summary>The number behind that of the last item; null when the list has no order.</summary>
    public async Task<int?> NextOrderAsync(Container container, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(container);
        if (!container.IsOrdered) return null;
        await using var db = store.OpenRead();
        return await rows.LastOrderAsync(db, container, cancel) is { } last ? (int)Math.Clamp(last, -1, int.MaxValue - 1) + 1 : 0;
    }
}
