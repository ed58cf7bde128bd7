using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Content.Patterns;

/// <summary>A JSON object as templates see it: members by name, read when asked for.</summary>
public sealed class LiquidJson(JsonElement json) : FluidValue
{
    public JsonElement Json => json;

    public override FluidValues Type => FluidValues.Object;

    /// <summary>The value of any JSON element; nothing for null and for what does not exist.</summary>
    /// <param name="member">The member it was found under: <c>Value</c> may hold a date.</param>
    public static FluidValue Of(JsonElement json, string member = "") => json.ValueKind switch
    {
        JsonValueKind.Object => new LiquidJson(json),
        JsonValueKind.Array => json.GetArrayLength() == 0 ? ArrayValue.Empty : new ArrayValue(Elements(json)),
        JsonValueKind.String => TextOrMoment(json, member),
        JsonValueKind.Number => json.TryGetDecimal(out var number) ? NumberValue.Create(number) : StringValue.Create(json.GetRawText()),
        JsonValueKind.True => BooleanValue.True,
        JsonValueKind.False => BooleanValue.False,
        _ => NilValue.Instance,
    };

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(json.TryGetProperty(name, out var member) ? Of(member, name) : Nested(json, name));
    }

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(index);
        return GetValueAsync(index.ToStringValue(), context);
    }

    public override IEnumerable<FluidValue> Enumerate(TemplateContext context) =>
        json.EnumerateObject().Select(member => new ArrayValue([StringValue.Create(member.Name), Of(member.Value, member.Name)]));

    public override bool Contains(FluidValue value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return json.TryGetProperty(value.ToStringValue(), out _);
    }

    public override bool Equals(FluidValue? other) => other is LiquidJson value && JsonElement.DeepEquals(json, value.Json);

    public override bool Equals(object? obj) => Equals(obj as FluidValue);

    public override int GetHashCode() => json.GetPropertyCount();

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => json.GetRawText();

    public override object ToObjectValue() => json;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        encoder.Encode(writer, ToStringValue());
        return default;
    }

    // Filters such as sort and where name a whole path: "Practice.StartYear.Value".
    internal static FluidValue Nested(JsonElement json, string path)
    {
        if (!path.Contains('.', StringComparison.Ordinal)) return NilValue.Instance;
        var names = path.Split('.');
        foreach (var name in names) json = json.Get(name);
        return Of(json, names[^1]);
    }

    private static FluidValue[] Elements(JsonElement json)
    {
        var elements = new FluidValue[json.GetArrayLength()];
        var i = 0;
        foreach (var element in json.EnumerateArray()) elements[i++] = Of(element);
        return elements;
    }

    // Liquid orders texts, not dates. Moments in one form (UTC, ISO 8601) are ordered and compared by value as texts, and
    // the date filters read them.
    private static StringValue TextOrMoment(JsonElement json, string member)
    {
        var text = json.GetString()!;
        return member == "Value" && text.Length > 19 && text[^1] != 'Z' && text[4] == '-' && text[10] == 'T' && json.AsMoment() is { } moment
            ? new StringValue(moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
            : StringValue.Create(text);
    }
}
