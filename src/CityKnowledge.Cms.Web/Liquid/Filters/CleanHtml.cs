using System.Globalization;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary>HTML that was cleaned, so that it need not be cleaned again; written as it is.</summary>
internal sealed class CleanHtml(string html) : FluidValue
{
    public override FluidValues Type => FluidValues.String;

    public override bool Equals(FluidValue? other) => other is not null && other.Type == FluidValues.String ? other.ToStringValue() == html : html.Length == 0 && other?.IsNil() == true;

    public override bool Equals(object? obj) => Equals(obj as FluidValue);

    public override int GetHashCode() => html.GetHashCode(StringComparison.Ordinal);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => html;

    public override object ToObjectValue() => html;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        writer.Write(html);
        return default;
    }
}
