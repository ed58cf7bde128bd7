using System.Collections.Concurrent;
using System.Collections.Frozen;
using Fluid;

namespace CityKnowledge.Cms.Web.Liquid.Themes;

/// <summary>
/// A theme with everything it inherits, ready for use; never changes. A changed file makes a new one.
/// </summary>
internal sealed class Theme
{
    private readonly ConcurrentDictionary<ItemShape, ShapeTemplate?> byItemShape = new();
    private readonly FrozenDictionary<string, ShapeTemplate> templates;

    public Theme(string id, string version, FrozenDictionary<string, ShapeTemplate> templates, FrozenDictionary<string, ThemeAsset> assets, TemplateOptions options)
    {
        (Id, Version, this.templates, Assets, Options) = (id, version, templates, assets, options);
        HasHandleAlternates = templates.Keys.Any(name =>
            name.Contains("__Alias__", StringComparison.OrdinalIgnoreCase) || name.Contains("__Slug__", StringComparison.OrdinalIgnoreCase));
    }

    public string Id { get; }

    /// <summary>Changes with every file.</summary>
    public string Version { get; }

    /// <summary>The files that visitors may fetch, by address.</summary>
    public FrozenDictionary<string, ThemeAsset> Assets { get; }
    public TemplateOptions Options { get; }

    /// <summary>Whether some template is meant for one item by its alias or address.</summary>
    public bool HasHandleAlternates { get; }

    public IEnumerable<ShapeTemplate> Templates => templates.Values;

    /// <summary>The template for a shape name; case does not matter.</summary>
    public ShapeTemplate? Find(string shape) => templates.GetValueOrDefault(shape);

    /// <summary>The strongest template for items of a type: see the table of alternates.</summary>
    /// <param name="root"><c>Content</c>, the stereotype, or <c>Term</c> for terms.</param>
    public ShapeTemplate? FindForType(string root, string displayType, string type) =>
        byItemShape.GetOrAdd(new ItemShape(root, displayType, type), static (key, theme) => theme.Resolve(key), this);

    // What is no plain content still has the templates of content to fall back on. A template for a term's own type wins
    // over one for all terms, whichever way it is named.
    private ShapeTemplate? Resolve(ItemShape wanted)
    {
        var content = wanted with { Root = "Content" };
        if (wanted.Root == "Content") return OfType(content) ?? OfAll(content);
        if (wanted.Root == "Term") return OfType(content) ?? OfType(wanted) ?? OfAll(wanted) ?? OfAll(content);
        return OfType(wanted) ?? OfAll(wanted) ?? OfType(content) ?? OfAll(content);
    }

    private ShapeTemplate? OfType(ItemShape shape) => Find($"{shape.Root}_{shape.DisplayType}__{shape.Type}") ?? Find($"{shape.Root}__{shape.Type}");

    private ShapeTemplate? OfAll(ItemShape shape) => Find($"{shape.Root}_{shape.DisplayType}") ?? Find(shape.Root);

    private readonly record struct ItemShape(string Root, string DisplayType, string Type);
}
