using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary>Finds the published items that stand in a list.</summary>
internal sealed class ListedItems(ContentQueries queries, ContentReader reader, TypeCatalogue types)
{
    private const int Most = 1_000;

    /// <summary>The items in the order of the list.</summary>
    /// <param name="list">The list, or its id.</param>
    public async Task<IEnumerable<ContentItem>> ListAsync(FluidValue list)
    {
        if (IdOf(list) is not { } id) return [];
        var isOrdered = (LiquidValues.Item(list) ?? await reader.FindPublishedAsync(id)) is { } item && Container.Of(item, types.Current)?.IsOrdered == true;
        return ListOrder.Sort(await queries.ListAsync(Query(id) with { OrderBy = ListOrder.SortBy(isOrdered), Take = Most }), isOrdered);
    }

    /// <summary>How many items stand in it.</summary>
    /// <param name="list">The list, or its id.</param>
    public async Task<int> CountAsync(FluidValue list) => IdOf(list) is { } id ? await queries.CountAsync(Query(id)) : 0;

    private static ContentQuery Query(string id) => new() { Where = new RefersTo([id], ContainedQueries.ListKey) };

    private static string? IdOf(FluidValue list) => LiquidValues.Item(list)?.ContentItemId ?? (list.Type == FluidValues.String ? list.ToStringValue() : null);
}
