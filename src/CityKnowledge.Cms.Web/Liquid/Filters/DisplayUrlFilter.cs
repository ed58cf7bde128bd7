using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item | display_url }}</c>: the address of the page of an item.</summary>
internal sealed class DisplayUrlFilter : LiquidFilter
{
    public override string Name => "display_url";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(LiquidValues.Item(input) is { } item ? StringValue.Create(Addresses.Display(page.Page, item)) : NilValue.Instance);
}
