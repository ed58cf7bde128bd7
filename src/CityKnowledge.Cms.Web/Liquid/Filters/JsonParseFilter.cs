using System.Text.Json;
using CityKnowledge.Cms.Content.Patterns;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ text | jsonparse }}</c>: the value that a JSON text stands for; nothing when it is no JSON.</summary>
internal sealed class JsonParseFilter : LiquidFilter
{
    public override string Name => "jsonparse";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        try
        {
            using var document = JsonDocument.Parse(input.ToStringValue());
            return new(LiquidJson.Of(document.RootElement.Clone()));
        }
        catch (JsonException)
        {
            return new(NilValue.Instance);
        }
    }
}
