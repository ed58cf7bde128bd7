using System.Text.Json;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Knows which items hold lists and who may put something into one: whoever may edit the item that holds it.</summary>
public sealed class Containers(ContentReader reader, TypeCatalogue types, ItemRights rights)
{
    /// <summary>Null when there is no such item, or it holds no list.</summary>
    public async Task<Container?> FindAsync(string contentItemId) =>
        await reader.FindLatestAsync(contentItemId) is { } item ? Container.Of(item, types.Current) : null;

    /// <exception cref="ForbiddenException">The caller may not change the list.</exception>
    public void RequireEdit(Caller caller, Container container)
    {
        ArgumentNullException.ThrowIfNull(container);
        if (!MayEdit(caller, container)) throw new ForbiddenException(Permissions.EditContent);
    }

    /// <summary>Whether there is such a list that holds items of the type, and the caller may change it.</summary>
    public async Task<bool> MayPlaceAsync(Caller caller, string containerId, string type) =>
        await FindAsync(containerId) is { } container && MayEdit(caller, container) && Holds(container, type);

    /// <summary>Makes sure that the caller may put the item where the draft says, if that is another place than before.</summary>
    /// <exception cref="ForbiddenException">The caller may not change one of the lists.</exception>
    /// <exception cref="InvalidContentException">There is no such list, or it holds no items of that type.</exception>
    public async Task RequirePlaceAsync(Caller caller, ContentDraft draft, ContentItem? known)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var (wanted, present) = (draft.Content[Container.Contained], known?.Part(Container.Contained) ?? default);
        if (wanted is null || (present.ValueKind != JsonValueKind.Undefined && JsonElement.DeepEquals(JsonSerializer.SerializeToElement(wanted), present))) return;
        if (Container.IdOf(known) is { } former && await FindAsync(former) is { } left) RequireEdit(caller, left);
        if (Container.IdOf(draft.ToItem()) is not { } id) return;
        var container = await FindAsync(id) ?? throw Wrong($"The list it should stand in is not there any more.");
        RequireEdit(caller, container);
        if (!Holds(container, draft.ContentType)) throw Wrong($"'{container.Item.DisplayText}' holds no items of the type '{draft.ContentType}'.");
    }

    private bool MayEdit(Caller caller, Container container) => rights.AllowsItem(caller, Permissions.EditContent, container.Item);

    private static bool Holds(Container container, string type) => container.ContainedTypes.Contains(type, StringComparer.OrdinalIgnoreCase);

    private static InvalidContentException Wrong(FormattableString message) => new([new ContentProblem("", message)]);
}
