using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Queries;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item | list_items }}</c>: the published items of a list, in their order.</summary>
internal sealed class ListItemsFilter(ContentQueries queries) : LiquidFilter
{
    public override string Name => "list_items";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        if (ListedItems.Query(input) is not { } query) return ArrayValue.Empty;
        var items = ListedItems.InOrder(await queries.ListAsync(query));
        return new ArrayValue([.. items.Where(page.Page.MayView).Select(item => new LiquidItem(item))]);
    }
}
