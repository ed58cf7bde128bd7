using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ url | img_tag: alt: "…" }}</c>: an image.</summary>
internal sealed class ImgTagFilter : LiquidFilter
{
    public override string Name => "img_tag";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        if (input.IsNil()) return new(NilValue.Instance);
        var tag = new HtmlTag("img").With("src", input.ToStringValue());
        foreach (var name in arguments.Names) tag.With(name, arguments[name].ToStringValue());
        if (!arguments.HasNamed("alt")) tag.With("alt", "");
        return new(LiquidValues.Html(tag.ToString()));
    }
}
