using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ text | liquid }}</c>: renders a text as Liquid.</summary>
internal sealed class LiquidFromTextFilter(LiquidText liquid) : LiquidFilter
{
    public override string Name => "liquid";

    public override async ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        LiquidValues.Html(await liquid.RenderAsync(input.ToStringValue(), page.Page, page.GetValue("Model")));
}
