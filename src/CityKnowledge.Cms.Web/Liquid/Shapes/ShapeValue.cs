using CityKnowledge.Cms.Content.Patterns;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>A shape as templates see it.</summary>
internal sealed class ShapeValue(Shape shape) : TemplateObject
{
    public Shape Shape => shape;

    public override IEnumerable<FluidValue> Enumerate(TemplateContext context) => shape.Items.Select(item => new ShapeValue(item));

    protected override async ValueTask<FluidValue> MemberAsync(string name, PageContext context)
    {
        if (shape.Properties.TryGetValue(name, out var property)) return property;
        if (shape.Item is { } item)
        {
            if (name == "ContentItem") return new LiquidItem(item);
            if (name is "Content" or "Header" or "Meta" or "Footer") return new ShapeValue(await context.Page.Renderer.ZoneAsync(shape, name, context.Page));
        }

        return Own(name);
    }

    private FluidValue Own(string name) => name switch
    {
        "Items" => new ArrayValue([.. shape.Items.Select(item => new ShapeValue(item))]),
        "HasItems" => Flag(shape.Items.Count > 0),
        "Id" => Text(shape.Id),
        "Classes" => new ArrayValue([.. shape.Classes.Select(StringValue.Create)]),
        "Attributes" => LiquidValues.Of(shape.Attributes.ToDictionary(pair => pair.Key, object? (pair) => pair.Value)),
        "Metadata" => new Metadata(shape),
        _ => Named(name),
    };

    // Model.Content.MyPart, Model.Content.MyType-MyField
    private FluidValue Named(string name)
    {
        var wanted = name.Replace("__", "-", StringComparison.Ordinal);
        return shape.Items.Find(item => item.Differentiator == wanted) is { } found ? new ShapeValue(found) : NilValue.Instance;
    }

    private sealed class Metadata(Shape shape) : TemplateObject
    {
        protected override ValueTask<FluidValue> MemberAsync(string name, PageContext context) => new(name switch
        {
            "Type" => Text(shape.Type),
            "DisplayType" => Text(shape.DisplayType),
            "Differentiator" => Text(shape.Differentiator),
            "ChildContent" => shape.ChildContent is { } html ? new StringValue(html, false) : NilValue.Instance,
            _ => NilValue.Instance,
        });
    }
}
