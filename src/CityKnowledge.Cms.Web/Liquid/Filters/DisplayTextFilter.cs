using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item | display_text }}</c>: the title of an item.</summary>
internal sealed class DisplayTextFilter : LiquidFilter
{
    public override string Name => "display_text";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(LiquidValues.Item(input)?.DisplayText is { } text ? StringValue.Create(text) : NilValue.Instance);
}
