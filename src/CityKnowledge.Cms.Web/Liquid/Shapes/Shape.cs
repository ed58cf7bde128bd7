using CityKnowledge.Cms.Content.Items;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Something to be shown by the strongest template there is for it.</summary>
internal sealed class Shape(string type)
{
    /// <summary>Its name, such as <c>Content</c> or <c>Pager</c>; the weakest template.</summary>
    public string Type { get; set; } = type;
    public string DisplayType { get; set; } = "Detail";

    /// <summary>Further template names, weakest first.</summary>
    public List<string> Alternates { get; } = [];

    /// <summary>Templates around it, innermost first.</summary>
    public List<string> Wrappers { get; } = [];
    public string? Id { get; set; }
    public List<string> Classes { get; } = [];
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Members of <c>Model</c> in its template.</summary>
    public Dictionary<string, FluidValue> Properties { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The shapes inside it, when it is a zone.</summary>
    public List<Shape> Items { get; } = [];

    /// <summary>By which it is found inside its zone: the part's name, or <c>Part-Field</c>.</summary>
    public string? Differentiator { get; init; }

    /// <summary>The item it shows; its templates are then chosen by type.</summary>
    public ContentItem? Item { get; init; }

    /// <summary>What it was given around: see <see cref="Wrappers"/>.</summary>
    public string? ChildContent { get; set; }

    /// <summary>The shape of an item.</summary>
    public static Shape Of(ContentItem item, string displayType = "Detail") => new("Content") { Item = item, DisplayType = displayType };

    public static Shape From(ThemeShape shape)
    {
        var made = new Shape(shape.Name);
        foreach (var (name, value) in shape.Model) made.Properties[name] = LiquidValues.Of(value);
        return made;
    }
}
