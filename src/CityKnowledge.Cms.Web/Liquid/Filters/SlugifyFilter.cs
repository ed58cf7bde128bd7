using CityKnowledge.Cms.Content.Patterns;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary>Makes the readable part of an address.</summary>
internal sealed class SlugifyFilter : LiquidFilter
{
    public override string Name => "slugify";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(StringValue.Create(Slug.Make(input.ToStringValue())));
}
