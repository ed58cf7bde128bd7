using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ "~/cities" | href }}</c>: the address below the base of the site.</summary>
internal sealed class HrefFilter : LiquidFilter
{
    public override string Name => "href";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(StringValue.Create(Addresses.Href(page.Page, input.ToStringValue())));
}
