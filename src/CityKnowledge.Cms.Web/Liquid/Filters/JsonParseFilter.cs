using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ text | jsonparse }}</c>: the value that a JSON text stands for; nothing when it is no JSON.</summary>
internal sealed class JsonParseFilter : LiquidFilter
{
    public override string Name => "jsonparse";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) =>
        new(LiquidJson.Of(JsonReading.Parse(input.ToStringValue())));
}
