using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ text | shortcode }}</c>: no shortcodes are known yet, so the text stays as it is.</summary>
internal sealed class ShortcodeFilter : LiquidFilter
{
    public override string Name => "shortcode";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(input);
}
