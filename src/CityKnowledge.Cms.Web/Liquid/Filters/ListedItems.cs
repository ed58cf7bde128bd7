using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary>Finds the published items that stand in a list.</summary>
internal static class ListedItems
{
    private const string ListKey = "ContainedPart.ListContentItemId";
    private const int Most = 1_000;

    /// <summary>The query for the items of a list.</summary>
    /// <param name="list">The list, or its id.</param>
    public static ContentQuery? Query(FluidValue list)
    {
        var id = LiquidValues.Item(list)?.ContentItemId ?? (list.Type == FluidValues.String ? list.ToStringValue() : null);
        return id is null ? null : new ContentQuery { Where = new RefersTo([id], ListKey), OrderBy = [SortBy.By(ItemColumn.CreatedUtc)], Take = Most };
    }

    /// <summary>The items in the order that editors gave them.</summary>
    public static IEnumerable<ContentItem> InOrder(IEnumerable<ContentItem> items) => items.OrderBy(item => item.Field("ContainedPart", "Order").AsNumber() ?? 0);
}
