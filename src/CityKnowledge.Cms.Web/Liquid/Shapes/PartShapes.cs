using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Makes the shapes of an item's parts and fields, for templates that do not write them out themselves.</summary>
internal sealed class PartShapes(TypeCatalogue types, FieldKinds fields, PartKinds parts, ItemText texts)
{
    /// <summary>The shapes that belong to a zone of the item's shape, in the order of the definition.</summary>
    public async ValueTask<IReadOnlyList<Shape>> MakeAsync(ContentItem item, string displayType, string zone, Page page)
    {
        if (types.Current.FindType(item.ContentType) is not { } type) return [];
        var made = new List<Shape>();
        foreach (var part in type.Parts.OrderBy(part => PositionKey.Parse(part.Settings.Get<ContentTypePartSettings>().Position)))
        {
            if (ZoneOf(part) != zone) continue;
            var json = item.Part(part.Name);
            made.Add(await PartAsync(item, part, json, displayType, page));
            foreach (var field in part.Fields.OrderBy(field => PositionKey.Parse(field.Settings.Get<ContentPartFieldSettings>().Position)))
            {
                if (json.Get(field.Name) is { ValueKind: JsonValueKind.Object } value) made.Add(await FieldAsync(item, part, field, value, displayType, page));
            }
        }

        return made;
    }

    private static string ZoneOf(PartOnType part) => part.Part.Name switch
    {
        "TitlePart" => "Header",
        "CommonPart" => "Meta",
        _ => "Content",
    };

    private async ValueTask<Shape> PartAsync(ContentItem item, PartOnType part, JsonElement json, string displayType, Page page)
    {
        var kind = part.Part.Name;
        var shape = NewShape(kind, part.Name, displayType, item, json);
        shape.Alternates.AddRange(
        [
            $"{kind}_{displayType}", $"{item.ContentType}__{kind}", $"{item.ContentType}_{displayType}__{kind}",
            $"{item.ContentType}__{part.Name}", $"{item.ContentType}_{displayType}__{part.Name}",
        ]);
        shape.Properties[kind] = LiquidJson.Of(json);
        if (parts.Find(kind) is { } known) await AddHtmlAsync(shape, known.Shape, kind, part.Settings, json, item, page);
        return shape;
    }

    private async ValueTask<Shape> FieldAsync(ContentItem item, PartOnType part, FieldDefinition field, JsonElement json, string displayType, Page page)
    {
        var kind = field.Kind;
        var shape = NewShape(kind, $"{part.Name}-{field.Name}", displayType, item, json);
        shape.Alternates.AddRange(FieldAlternates(item.ContentType, part.Name, field.Name, kind, displayType));
        if (field.Settings.Get<ContentPartFieldSettings>().DisplayMode is { Length: > 0 } mode)
        {
            shape.Alternates.AddRange([$"{kind}_{displayType}__{mode}_Display", .. FieldAlternates(item.ContentType, part.Name, field.Name, kind, displayType).Select(name => $"{name}__{mode}_Display")]);
        }

        shape.Properties["Field"] = LiquidJson.Of(json);
        shape.Properties["Label"] = StringValue.Create(field.Label);
        shape.Properties["Name"] = StringValue.Create(field.Name);
        if (fields.Find(kind) is { } known) await AddHtmlAsync(shape, known.Shape, kind, field.Settings, json, item, page);
        return shape;
    }

    private static string[] FieldAlternates(string type, string part, string field, string kind, string displayType) =>
    [
        $"{kind}_{displayType}", $"{part}__{field}", $"{part}_{displayType}__{field}", $"{type}__{kind}", $"{type}_{displayType}__{kind}",
        $"{type}__{part}__{field}", $"{type}_{displayType}__{part}__{field}",
    ];

    private static Shape NewShape(string kind, string differentiator, string displayType, ContentItem item, JsonElement json)
    {
        var shape = new Shape(kind) { Differentiator = differentiator, DisplayType = displayType };
        if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in json.EnumerateObject()) shape.Properties[member.Name] = LiquidJson.Of(member.Value, member.Name);
        }

        shape.Properties["ContentItem"] = new LiquidItem(item);
        return shape;
    }

    private async ValueTask AddHtmlAsync(Shape shape, FieldShape form, string kind, SettingsBag settings, JsonElement json, ContentItem item, Page page)
    {
        foreach (var member in form.Members)
        {
            if (member.Kind is not (MemberKind.Html or MemberKind.Markdown)) continue;
            var html = await texts.HtmlAsync(member.Kind, json.Get(member.Name).AsText() ?? "", LiquidRights.IsCleaned(kind, settings), item, page);
            shape.Properties["Html"] = LiquidValues.Html(html);
        }
    }
}
