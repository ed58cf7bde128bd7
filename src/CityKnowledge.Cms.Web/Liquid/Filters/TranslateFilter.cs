using System.Globalization;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ "Page {0}" | t: 2 }}</c>: the text in the language of the page, with its places filled.</summary>
internal sealed class TranslateFilter : LiquidFilter
{
    public override string Name => "t";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page)
    {
        if (arguments.Count == 0) return new(input);
        var text = input.ToStringValue();
        for (var i = 0; i < arguments.Count; i++)
        {
            text = text.Replace("{" + i.ToString(CultureInfo.InvariantCulture) + "}", arguments.At(i).ToStringValue(), StringComparison.Ordinal);
        }

        return new(StringValue.Create(text));
    }
}
