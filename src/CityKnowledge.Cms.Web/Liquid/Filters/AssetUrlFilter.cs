using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ path | asset_url }}</c>: the address of a file of the media library.</summary>
internal sealed class AssetUrlFilter : LiquidFilter
{
    public override string Name => "asset_url";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(input.IsNil() ? NilValue.Instance : StringValue.Create(MediaAddress.Of(page.Page, input.ToStringValue())));
}
