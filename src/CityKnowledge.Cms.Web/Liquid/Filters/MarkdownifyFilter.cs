using CityKnowledge.Cms.Web.Html;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ text | markdownify }}</c>: the HTML of a Markdown text, cleaned.</summary>
internal sealed class MarkdownifyFilter(RichText rich) : LiquidFilter
{
    public override string Name => "markdownify";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(input.IsNil() ? NilValue.Instance : new CleanHtml(rich.FromMarkdown(input.ToStringValue())));
}
