using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Admin.Lists;

/// <summary>A type of which a person may make an item in the list.</summary>
/// <param name="Address">Of the form.</param>
internal sealed record ContainedType(string Label, string Address);

/// <summary>What stands in the list of an item, a page of it, as its form shows it.</summary>
/// <param name="Page">From 1.</param>
internal sealed record ContainedList(Container Container, IReadOnlyList<ListedItem> Items, IReadOnlyList<ContainedType> Types, int Page, bool HasMore)
{
    /// <summary>In the address of the form: the page of the list.</summary>
    public const string PageEntry = "listPage";

    public bool IsEmpty => Items.Count == 0 && Page == 1;

    /// <summary>The address of the form with a page of the list.</summary>
    public static string Address(string contentItemId, int page) => $"/Admin/Contents/ContentItems/{Uri.EscapeDataString(contentItemId)}/Edit{(page > 1 ? $"?{PageEntry}={page}" : "")}#list";
}

/// <summary>Makes the lists for the forms of the items that hold them.</summary>
internal sealed class ContainedLists(ContainedItems items, TypeCatalogue types, ItemRights rights)
{
    private const int LastPage = 100_000;

    /// <summary>Null when the item holds no list.</summary>
    public async Task<ContainedList?> FindAsync(Caller caller, ContentItem item, string? page)
    {
        if (Container.Of(item, types.Current) is not { } container) return null;
        var number = int.TryParse(page, out var wanted) ? Math.Clamp(wanted, 1, LastPage) : 1;
        var found = await items.ListAsync(caller, container, (number - 1) * container.PageSize, container.PageSize + 1);
        return new ContainedList(container, [.. found.Take(container.PageSize)], [.. TypesFor(caller, container)], number, found.Count > container.PageSize);
    }

    private IEnumerable<ContainedType> TypesFor(Caller caller, Container container) => container.ContainedTypes.Select(types.Current.FindType).OfType<TypeDefinition>()
        .Where(type => rights.AllowsItem(caller, Permissions.EditContent, container.Item) && rights.AllowsType(caller, Access.OwnForm(Permissions.EditContent), type.Name))
        .Select(type => new ContainedType(type.DisplayName, Form.FormTarget.CreateAddress(type.Name) + Form.ContainedPlan.QueryOf(container.Id)));
}
