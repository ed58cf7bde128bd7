using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Says who may save an item as it is, with the owner, the dates and the place in a list that it asks for.</summary>
public sealed class SaveRights(ContentReader reader, ItemRights rights, People people, Containers containers, TypeCatalogue types, LiquidRights liquid)
{
    /// <summary>Makes sure that the caller may save the draft; an owner named by user name becomes an id.</summary>
    /// <returns>The latest version; null for a new item.</returns>
    /// <exception cref="ForbiddenException">The caller may not save it, or not with this owner, date, schedule or place.</exception>
    /// <exception cref="InvalidContentException">It lies in the bin, is of another type, nobody is called like its owner, its list holds nothing of the kind, a planned moment has passed, or it has Liquid that the caller may not write.</exception>
    public async Task<ContentItem?> RequireAsync(Caller caller, ContentDraft draft, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var known = draft.ContentItemId is null ? null : await reader.FindLatestAsync(draft.ContentItemId);
        if (known is null && draft.ContentItemId is { } id && await reader.FindBinnedAsync(id) is not null) throw Wrong("", $"This item is in the bin. Restore it first.");
        if (known is null) Require(rights.AllowsType(caller, Access.OwnForm(Permissions.EditContent), draft.ContentType), Permissions.EditContent);
        else RequireEdit(caller, known);
        if (known is not null && !string.Equals(known.ContentType, draft.ContentType, StringComparison.OrdinalIgnoreCase))
        {
            throw Wrong("", $"This form belongs to an item of another type, '{known.ContentType}', so nothing was saved. Open a new form and put your text there.");
        }

        if (types.Current.FindType(draft.ContentType) is { } type && liquid.FindForbidden(caller, type, draft, known?.Content ?? default) is { Count: > 0 } forbidden) throw new InvalidContentException(forbidden);
        await RequireFactsAsync(caller, draft, known, cancel);
        await containers.RequirePlaceAsync(caller, draft, known);
        if (Schedule.Changes(draft, known))
        {
            Require(MayPublish(caller, draft.ContentType, known), Permissions.PublishContent);
            if (Schedule.FindPassed(draft, known) is { Count: > 0 } passed) throw new InvalidContentException(passed);
        }

        return known;
    }

    /// <exception cref="ForbiddenException">The caller may not change this version.</exception>
    public void RequireEdit(Caller caller, ContentItem known)
    {
        Require(rights.AllowsItem(caller, Permissions.EditContent, known), Permissions.EditContent);
        Require(rights.MaySaveOver(caller, known), Permissions.PublishContent);
    }

    /// <param name="known">The latest version; null for a new item.</param>
    public bool MayPublish(Caller caller, string type, ContentItem? known) => known is null
        ? rights.AllowsType(caller, Access.OwnForm(Permissions.PublishContent), type)
        : rights.AllowsItem(caller, Permissions.PublishContent, known);

    /// <summary>The id of the list in which the item stands, if the caller may put another like it there; else null.</summary>
    public async Task<string?> FindOpenListAsync(Caller caller, ContentItem item) =>
        Container.IdOf(item) is { } id && await containers.MayPlaceAsync(caller, id, item.ContentType) ? id : null;

    private async Task RequireFactsAsync(Caller caller, ContentDraft draft, ContentItem? known, CancellationToken cancel)
    {
        var isOther = draft.Owner is not null && draft.Owner != (known is null ? caller.UserId : known.Owner);
        if (isOther || (draft.CreatedUtc is not null && draft.CreatedUtc != known?.CreatedUtc))
        {
            Require(rights.AllowsType(caller, Permissions.EditContentOwner, draft.ContentType), Permissions.EditContentOwner);
        }

        if (isOther) draft.Owner = await FindPersonAsync(draft.Owner!, cancel);
    }

    private async Task<string> FindPersonAsync(string nameOrId, CancellationToken cancel) => await people.FindIdAsync(nameOrId.Trim(), cancel)
        ?? throw Wrong(ItemFacts.OwnerPath, $"Nobody has the user name '{nameOrId.Trim()}'. Write the name with which the owner signs in.");

    private static InvalidContentException Wrong(string path, FormattableString message) => new([new ContentProblem(path, message)]);

    private static void Require(bool allowed, string permission)
    {
        if (!allowed) throw new ForbiddenException(permission);
    }
}
