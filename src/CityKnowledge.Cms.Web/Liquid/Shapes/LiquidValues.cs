using System.Collections;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Turns what doors hand over into values of templates.</summary>
internal static class LiquidValues
{
    /// <exception cref="ArgumentException">The value is of a kind that templates do not know.</exception>
    public static FluidValue Of(object? value) => value switch
    {
        null => NilValue.Instance,
        FluidValue known => known,
        string text => StringValue.Create(text),
        bool flag => flag ? BooleanValue.True : BooleanValue.False,
        int or long or short or byte or double or float or decimal => NumberValue.Create(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture)),
        DateTime moment => new DateTimeValue(moment),
        DateTimeOffset moment => new DateTimeValue(moment),
        JsonElement json => LiquidJson.Of(json),
        ContentItem item => new LiquidItem(item),
        Shape shape => new ShapeValue(shape),
        ThemeShape shape => new ShapeValue(Shape.From(shape)),
        IReadOnlyDictionary<string, object?> members => new DictionaryValue(new FluidValueDictionaryFluidIndexable(
            members.ToDictionary(member => member.Key, member => Of(member.Value), StringComparer.Ordinal))),
        IEnumerable list => new ArrayValue([.. list.Cast<object?>().Select(Of)]),
        Enum choice => StringValue.Create(choice.ToString()),
        _ => throw new ArgumentException($"Templates cannot use a {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>HTML that is written as it is.</summary>
    public static FluidValue Html(string html) => new StringValue(html, false);

    /// <summary>The items among the values.</summary>
    public static IEnumerable<ContentItem> Items(FluidValue value) => value switch
    {
        LiquidItem item => [item.Item],
        LiquidJson { Json: var json } when json.Get("ContentItemId").ValueKind == JsonValueKind.String => [ContentItem.FromContained(json)],
        _ when value.Type == FluidValues.Array => value.Enumerate(null!).SelectMany(Items),
        _ => [],
    };

    /// <summary>The item, or the first of several; null when there is none.</summary>
    public static ContentItem? Item(FluidValue value) => value is LiquidItem item ? item.Item : Items(value).FirstOrDefault();
}
