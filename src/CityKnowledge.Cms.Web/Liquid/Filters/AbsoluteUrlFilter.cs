using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ "/cities" | absolute_url }}</c>: the address with scheme and host.</summary>
internal sealed class AbsoluteUrlFilter : LiquidFilter
{
    public override string Name => "absolute_url";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(StringValue.Create(Addresses.Absolute(page.Page, input.ToStringValue())));
}
