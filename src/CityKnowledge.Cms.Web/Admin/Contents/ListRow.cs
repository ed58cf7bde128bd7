using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Admin.Contents;

/// <summary>One line of a list of items, with what this person may do to it.</summary>
/// <param name="Owner">User name; null when nobody owns it or the account is gone.</param>
/// <param name="View">Where it can be read: the public page, or the preview of a draft; null when neither is allowed.</param>
/// <param name="Deeds">Those that make sense and are allowed.</param>
internal sealed record ListRow(
    ContentItem Item, bool IsPublic, string Type, string? Owner, bool MayEdit, bool MaySeeHistory, string? View, IReadOnlyList<ItemDeed> Deeds)
{
    public string Id => Item.ContentItemId;
    public string? Title => Item.DisplayText is { Length: > 0 } title ? title : null;
    public bool IsDraft => !Item.Published;

    /// <summary>Those that are done to several items at once, too.</summary>
    public IEnumerable<ItemDeed> BulkDeeds => Deeds.Where(deed => deed is ItemDeed.Publish or ItemDeed.Unpublish or ItemDeed.Delete);
}

/// <summary>Makes lines of lists; one query for the names of all owners.</summary>
internal sealed class ListRows(Access access, ItemRights rights, People people, TypeCatalogue types)
{
    public async Task<IReadOnlyList<ListRow>> MakeAsync(Caller caller, IReadOnlyCollection<ListedItem> items, CancellationToken cancel = default)
    {
        var names = await people.ListNamesAsync(items.Select(item => item.Item.Owner), cancel);
        return [.. items.Select(item => Make(caller, item, item.Item.Owner is { } owner ? names.GetValueOrDefault(owner) : null))];
    }

    private ListRow Make(Caller caller, ListedItem listed, string? owner)
    {
        var (item, isPublic) = listed;
        var mayEdit = rights.AllowsItem(caller, Permissions.EditContent, item);
        return new ListRow(
            item,
            isPublic,
            types.Current.FindType(item.ContentType)?.DisplayName ?? item.ContentType,
            owner,
            mayEdit,
            mayEdit || access.Allows(caller, Permissions.ViewAuditTrail),
            ViewOf(caller, item),
            [.. Enum.GetValues<ItemDeed>().Where(deed => deed.Suits(item, isPublic) && rights.AllowsItem(caller, deed.Permission(), item))]);
    }

    private string? ViewOf(Caller caller, ContentItem item) =>
        item.Published ? ItemAddresses.View(item.ContentItemId)
        : access.AllowsItem(caller, Permissions.PreviewContent, item) ? ItemAddresses.Preview(item.ContentItemId)
        : null;
}
