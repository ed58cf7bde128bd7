using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Liquid.Themes;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Templates meant for one item, by its address or alias; stronger than those for its type.</summary>
internal static class ItemAlternates
{
    public static ShapeTemplate? FindByHandle(ContentItem item, string root, string displayType, Theme theme) =>
        Find("Slug", item.Field("AutoroutePart", "Path").AsText()?.Replace("/", "__", StringComparison.Ordinal), root, displayType, theme)
        ?? Find("Alias", item.Field("AliasPart", "Alias").AsText(), root, displayType, theme);

    /// <summary>A name as file names can spell it: see the rules of names.</summary>
    public static string Encode(string name) => name.Replace("-", "__", StringComparison.Ordinal).Replace('.', '_');

    private static ShapeTemplate? Find(string kind, string? name, string root, string displayType, Theme theme)
    {
        if (string.IsNullOrEmpty(name)) return null;
        var encoded = Encode(name);
        return theme.Find($"{root}_{displayType}__{kind}__{encoded}") ?? theme.Find($"{root}__{kind}__{encoded}");
    }
}
