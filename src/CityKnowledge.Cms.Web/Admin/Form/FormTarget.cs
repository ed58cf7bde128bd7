using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>What a form is about.</summary>
/// <param name="Item">The latest version; null for a new item.</param>
/// <param name="Action">The address of the form.</param>
internal sealed record FormTarget(Caller Caller, FormPlan Plan, ContentItem? Item, string Action)
{
    public TypeDefinition Type => Plan.Type;

    /// <summary>What an address below that of the form needs to know too.</summary>
    public string Query => Item is null && Plan.Place is { } place ? place.Query : "";

    /// <summary>The id of the list in which the item stands or will stand; null when in none.</summary>
    public string? ListId => Item is null ? Plan.Place?.Container.Id : Container.IdOf(Item);

    public static string EditAddress(string itemId) => $"/Admin/Contents/ContentItems/{Uri.EscapeDataString(itemId)}/Edit";

    public static string CreateAddress(string type) => $"/Admin/Contents/ContentTypes/{Uri.EscapeDataString(type)}/Create";
}

/// <summary>Finds what a form is about, if the caller may write it.</summary>
internal sealed class FormTargets(ContentReader reader, TypeCatalogue types, ItemRights rights, FormPlans plans)
{
    /// <summary>The form of a new item; null when there is no such type for people to make items of.</summary>
    /// <param name="listId">The item in whose list it will stand; null or empty for none.</param>
    /// <exception cref="ForbiddenException">The caller may not make one, or not in that list.</exception>
    public async Task<FormTarget?> FindNewAsync(Caller caller, string typeName, string? listId)
    {
        if (types.Current.FindType(typeName) is not { } type) return null;
        // What is made only inside of others is not offered beside them.
        if (string.IsNullOrEmpty(listId) && !type.Options.Creatable) return null;
        if (!rights.AllowsType(caller, Access.OwnForm(Permissions.EditContent), type.Name)) throw new ForbiddenException(Permissions.EditContent);
        if (string.IsNullOrEmpty(listId)) return new FormTarget(caller, plans.Make(caller, type, null), null, FormTarget.CreateAddress(type.Name));
        return await plans.MakeContainedAsync(caller, type, listId) is { } plan ? new FormTarget(caller, plan, null, FormTarget.CreateAddress(type.Name) + plan.Place!.Query) : null;
    }

    /// <summary>The form of a known item; null when it does not exist, lies in the bin, or its type is gone.</summary>
    /// <exception cref="ForbiddenException">The caller may not change it.</exception>
    public async Task<FormTarget?> FindAsync(Caller caller, string itemId)
    {
        if (await reader.FindLatestAsync(itemId) is not { } item || types.Current.FindType(item.ContentType) is not { } type) return null;
        if (!rights.AllowsItem(caller, Permissions.EditContent, item)) throw new ForbiddenException(Permissions.EditContent);
        return new FormTarget(caller, plans.Make(caller, type, item), item, FormTarget.EditAddress(item.ContentItemId));
    }

    /// <summary>The item in the bin, if the caller may know of it.</summary>
    public async Task<ContentItem?> FindBinnedAsync(Caller caller, string itemId) =>
        await reader.FindBinnedAsync(itemId) is { } item && rights.AllowsItem(caller, Permissions.EditContent, item) ? item : null;
}
