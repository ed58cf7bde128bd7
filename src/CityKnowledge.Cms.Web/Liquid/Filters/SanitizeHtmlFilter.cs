using CityKnowledge.Cms.Web.Html;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ html | sanitize_html }}</c>: HTML without what could harm readers.</summary>
internal sealed class SanitizeHtmlFilter(RichText rich) : LiquidFilter
{
    public override string Name => "sanitize_html";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(input is CleanHtml or NilValue ? input : new CleanHtml(rich.Clean(input.ToStringValue())));
}
