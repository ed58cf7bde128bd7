using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>Changes the order of lists in the name of a caller.</summary>
public sealed class ContainerEditor(ContentSessions sessions, Containers containers, ContainedRows rows)
{
    /// <summary>Moves an item among its neighbours.</summary>
    /// <param name="steps">-1 for one place up.</param>
    /// <returns>False when there is no such list, it has no order, or the item does not stand in it.</returns>
    /// <exception cref="ForbiddenException">The caller may not edit the item that holds the list.</exception>
    public async Task<bool> MoveAsync(Caller caller, string containerId, string contentItemId, int steps, CancellationToken cancel = default)
    {
        if (await containers.FindAsync(containerId) is not { } container) return false;
        containers.RequireEdit(caller, container);
        if (!container.IsOrdered) return false;
        await using var session = await sessions.BeginAsync(caller, cancel);
        var places = await rows.ListPlacesAsync(session.Db, container, cancel);
        var at = places.FindIndex(place => place.ContentItemId == contentItemId);
        if (at < 0) return false;
        var moved = places[at];
        places.RemoveAt(at);
        places.Insert(Math.Clamp(at + steps, 0, places.Count), moved);
        // In a list that was ordered here before, these are the two that change places.
        await session.Items.OrderAsync(places.Index().Where(place => place.Item.Order != place.Index).ToDictionary(place => place.Item.ContentItemId, place => place.Index), cancel);
        session.Note("Content", "Ordered", container.Id, container.Item.ContentItemVersionId, container.Item.DisplayText);
        await session.CommitAsync(cancel);
        return true;
    }
}
