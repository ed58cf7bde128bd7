using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ "Pager" | shape_new: page: 2 }}</c>: a shape, not shown yet.</summary>
internal sealed class ShapeNewFilter : LiquidFilter
{
    public override string Name => "shape_new";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        var shape = new Shape(input.ToStringValue());
        foreach (var name in arguments.Names) shape.Properties[TagArguments.Pascal(name)] = arguments[name];
        return new(new ShapeValue(shape));
    }
}
