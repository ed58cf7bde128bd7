using CityKnowledge.Cms.Content.Media;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ url | resize_url: width: 600 }}</c>: the address of an image in another size.</summary>
internal sealed class ResizeUrlFilter(MediaToken token) : LiquidFilter
{
    public override string Name => "resize_url";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(input.IsNil() ? NilValue.Instance : StringValue.Create(MediaAddress.Resized(input.ToStringValue(), arguments, token)));
}
