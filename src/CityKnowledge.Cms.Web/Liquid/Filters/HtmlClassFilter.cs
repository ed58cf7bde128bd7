using CityKnowledge.Cms.Content.Patterns;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary>Makes a text safe as the name of a CSS class.</summary>
internal sealed class HtmlClassFilter : LiquidFilter
{
    public override string Name => "html_class";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(StringValue.Create(Slug.Make(input.ToStringValue())));
}
