using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ "~/Theme/site.css" | resource_url }}</c>: the address of a file of a theme.</summary>
internal sealed class ResourceUrlFilter : LiquidFilter
{
    public override string Name => "resource_url";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(StringValue.Create(Addresses.Href(page.Page, Addresses.Versioned(page.Page, input.ToStringValue()))));
}
