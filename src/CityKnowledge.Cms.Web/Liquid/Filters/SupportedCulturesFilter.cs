using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ Model | supported_cultures }}</c>: the languages of the site.</summary>
internal sealed class SupportedCulturesFilter : LiquidFilter
{
    public override string Name => "supported_cultures";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new Objects.CultureObject().GetValueAsync("SupportedCultures", page);
}
