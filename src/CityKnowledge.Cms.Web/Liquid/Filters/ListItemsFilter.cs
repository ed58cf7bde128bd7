using CityKnowledge.Cms.Content.Patterns;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item | list_items }}</c>: the published items of a list, in their order.</summary>
internal sealed class ListItemsFilter(ListedItems listed) : LiquidFilter
{
    public override string Name => "list_items";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        var items = await listed.ListAsync(input);
        return new ArrayValue([.. items.Where(page.Page.MayView).Select(item => new LiquidItem(item))]);
    }
}
