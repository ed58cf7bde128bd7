using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ User | has_claim: type, value }}</c>: whether something is known about the visitor.</summary>
internal sealed class HasClaimFilter : LiquidFilter
{
    public override string Name => "has_claim";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(page.Page.Http.User.HasClaim(arguments.At(0).ToStringValue(), arguments.At(1).ToStringValue()) ? BooleanValue.True : BooleanValue.False);
}
