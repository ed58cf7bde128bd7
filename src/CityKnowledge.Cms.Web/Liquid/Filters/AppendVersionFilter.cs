using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ "~/Theme/site.css" | append_version }}</c>: the address with the version of the file, so that it may be kept for ever.</summary>
internal sealed class AppendVersionFilter : LiquidFilter
{
    public override string Name => "append_version";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(StringValue.Create(Addresses.Versioned(page.Page, input.ToStringValue())));
}
