using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary><c>{{ value | json }}</c>: the value as JSON.</summary>
internal sealed class JsonFilter : LiquidFilter
{
    // The usual place is a script element, so everything that could end it is escaped, and nothing else.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public override string Name => "json";

    public override ValueTask<FluidValue> ApplyAsync(FluidValue input, FilterArguments arguments, PageContext page) => new(new StringValue(Write(input, page)));

    private static string Write(FluidValue value, PageContext page) => value switch
    {
        StringValue text => JsonSerializer.Serialize(text.ToStringValue(), Readable),
        LiquidItem { Item: var item } => WriteItem(item),
        LiquidJson { Json: var json } => JsonSerializer.Serialize(json, Readable),
        DateTimeValue moment => JsonSerializer.Serialize(moment.ToObjectValue(), Readable),
        _ when value.IsNil() => "null",
        _ when value.Type == FluidValues.Array => $"[{string.Join(',', value.Enumerate(page).Select(element => Write(element, page)))}]",
        _ when value.Type == FluidValues.Boolean => value.ToBooleanValue() ? "true" : "false",
        _ when value.Type is FluidValues.Dictionary => WriteMembers(value, page),
        _ when value.Type is FluidValues.Number => value.ToStringValue(),
        _ => JsonSerializer.Serialize(value.ToStringValue(), Readable),
    };

    private static string WriteItem(ContentItem item)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Readable.Encoder })) ContentItemJson.Write(json, item);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static string WriteMembers(FluidValue value, PageContext page) =>
        "{" + string.Join(',', value.Enumerate(page).OfType<ArrayValue>().Select(pair => $"{Write(pair.Values[0], page)}:{Write(pair.Values[1], page)}")) + "}";
}
