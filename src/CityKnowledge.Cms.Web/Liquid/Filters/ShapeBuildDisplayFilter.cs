using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ item | shape_build_display: "Summary" }}</c>: the shape of an item, or of several.</summary>
internal sealed class ShapeBuildDisplayFilter : LiquidFilter
{
    public override string Name => "shape_build_display";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        var displayType = arguments.At(0).IsNil() ? "Detail" : arguments.At(0).ToStringValue();
        if (input.Type == FluidValues.Array)
        {
            return new(new ArrayValue([.. LiquidValues.Items(input).Select(item => new ShapeValue(Shape.Of(item, displayType)))]));
        }

        return new(LiquidValues.Item(input) is { } single ? new ShapeValue(Shape.Of(single, displayType)) : NilValue.Instance);
    }
}
