using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary>What a stored query found: an array that also knows its <c>total</c>.</summary>
internal sealed class QueryResult(FluidValue[] values, int total) : FluidValue
{
    private readonly ArrayValue array = new(values);

    public override FluidValues Type => FluidValues.Array;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => name switch
    {
        "total" or "Total" or "Count" => new(NumberValue.Create(total)),
        "items" or "Items" => new(array),
        _ => array.GetValueAsync(name, context),
    };

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) => array.GetIndexAsync(index, context);

    public override IEnumerable<FluidValue> Enumerate(TemplateContext context) => values;

    public override bool Contains(FluidValue value) => array.Contains(value);

    public override bool Equals(FluidValue? other) => array.Equals(other!);

    public override bool Equals(object? obj) => Equals(obj as FluidValue);

    public override int GetHashCode() => array.GetHashCode();

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => values.Length;

    public override string ToStringValue() => array.ToStringValue();

    public override object ToObjectValue() => array.ToObjectValue();

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) => array.WriteToAsync(writer, encoder, cultureInfo);
}
