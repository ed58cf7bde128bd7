using System.Globalization;
using System.Text.Encodings.Web;
using CityKnowledge.Cms.Content.Items;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Content.Patterns;

/// <summary>A content item as templates see it: its well-known members, and its parts below <c>Content</c>.</summary>
public sealed class LiquidItem(ContentItem item) : FluidValue
{
    private const string ContentPath = "Content.";

    public ContentItem Item => item;

    public override FluidValues Type => FluidValues.Object;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new(Member(name));
    }

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context)
    {
        ArgumentNullException.ThrowIfNull(index);
        return new(Member(index.ToStringValue()));
    }

    public override bool Equals(FluidValue? other) =>
        other is LiquidItem value && value.Item.ContentItemId == item.ContentItemId && value.Item.ContentItemVersionId == item.ContentItemVersionId;

    public override bool Equals(object? obj) => Equals(obj as FluidValue);

    public override int GetHashCode() => item.ContentItemId.GetHashCode(StringComparison.Ordinal);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => item.DisplayText ?? "";

    public override object ToObjectValue() => item;

    public override IEnumerable<FluidValue> Enumerate(TemplateContext context) => [this];

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        encoder.Encode(writer, ToStringValue());
        return default;
    }

    private FluidValue Member(string name) => name switch
    {
        "Content" => LiquidJson.Of(item.Content),
        "DisplayText" => Text(item.DisplayText),
        "ContentType" => Text(item.ContentType),
        "ContentItemId" => Text(item.ContentItemId),
        "ContentItemVersionId" => Text(item.ContentItemVersionId),
        "Id" => NumberValue.Create(item.RowId),
        "Published" => item.Published ? BooleanValue.True : BooleanValue.False,
        "Latest" => item.Latest ? BooleanValue.True : BooleanValue.False,
        "CreatedUtc" => Moment(item.CreatedUtc),
        "ModifiedUtc" => Moment(item.ModifiedUtc),
        "PublishedUtc" => Moment(item.PublishedUtc),
        "Owner" => Text(item.Owner),
        "Author" => Text(item.Author),
        _ when name.StartsWith(ContentPath, StringComparison.Ordinal) => PathBelowContent(name[ContentPath.Length..]),
        _ => NilValue.Instance,
    };

    private FluidValue PathBelowContent(string path) =>
        path.Contains('.', StringComparison.Ordinal) ? LiquidJson.Nested(item.Content, path) : LiquidJson.Of(item.Part(path));

    private static FluidValue Text(string? text) => text is null ? NilValue.Instance : StringValue.Create(text);

    private static FluidValue Moment(DateTime? moment) => moment is { } value ? new DateTimeValue(value) : NilValue.Instance;
}
