using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>The place that a new item will have in a list.</summary>
/// <param name="Order">Null when the list has no order.</param>
internal sealed record ContainedPlan(Container Container, int? Order)
{
    /// <summary>Orchard's name for the list in the address of the form.</summary>
    public const string Entry = "ListPart.ContainerId";

    public string Query => QueryOf(Container.Id);

    public static string QueryOf(string listId) => QueryString.Create(Entry, listId).ToUriComponent();
}

/// <summary>Finds places in lists for new items.</summary>
internal sealed class ContainedPlans(Containers containers, ContainedItems items)
{
    /// <summary>Null when there is no such list, or it holds no items of that type.</summary>
    /// <exception cref="ForbiddenException">The caller may not change the list.</exception>
    public async Task<ContainedPlan?> FindAsync(Caller caller, string listId, TypeDefinition type)
    {
        if (await containers.FindAsync(listId) is not { } container || !container.ContainedTypes.Contains(type.Name, StringComparer.OrdinalIgnoreCase)) return null;
        containers.RequireEdit(caller, container);
        return new ContainedPlan(container, await items.NextOrderAsync(container));
    }
}
