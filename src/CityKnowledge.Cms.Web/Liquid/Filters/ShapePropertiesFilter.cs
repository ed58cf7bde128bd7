using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ shape | shape_properties: title: "x" }}</c>: gives a shape members of its <c>Model</c>.</summary>
internal sealed class ShapePropertiesFilter : LiquidFilter
{
    public override string Name => "shape_properties";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        if (input is ShapeValue { Shape: var shape })
        {
            foreach (var name in arguments.Names) shape.Properties[TagArguments.Pascal(name)] = arguments[name];
        }

        return new(input);
    }
}
