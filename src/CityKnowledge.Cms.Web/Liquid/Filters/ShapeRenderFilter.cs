using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ Model.Content | shape_render }}</c>: the HTML of a shape, or of several.</summary>
internal sealed class ShapeRenderFilter : LiquidFilter
{
    public override string Name => "shape_render";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        if (input is not ShapeValue { Shape: var shape })
        {
            return input.Type == FluidValues.Array ? await AllAsync(input, page) : input;
        }

        var html = await page.Page.Renderer.RenderAsync(shape, page.Page);
        return LiquidValues.Html(html);
    }

    private static async ValueTask<FluidValue> AllAsync(FluidValue shapes, PageContext page)
    {
        using var writer = new Utf8Writer(4_096);
        foreach (var shape in shapes.Enumerate(page).OfType<ShapeValue>()) await page.Page.Renderer.RenderAsync(shape.Shape, page.Page, writer);
        var html = writer.ToString();
        return LiquidValues.Html(html);
    }
}
