using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ shape | shape_stringify }}</c>: the HTML of a shape as a text.</summary>
internal sealed class ShapeStringifyFilter : LiquidFilter
{
    public override string Name => "shape_stringify";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        if (input is not ShapeValue { Shape: var shape })
        {
            return input.Type == FluidValues.Array ? await AllAsync(input, page) : input;
        }

        var html = await page.Page.Renderer.RenderAsync(shape, page.Page);
        return StringValue.Create(html);
    }

    private static async ValueTask<FluidValue> AllAsync(FluidValue shapes, PageContext page)
    {
        using var writer = new Utf8Writer(4_096);
        foreach (var shape in shapes.Enumerate(page).OfType<ShapeValue>()) await page.Page.Renderer.RenderAsync(shape.Shape, page.Page, writer);
        var html = writer.ToString();
        return StringValue.Create(html);
    }
}
