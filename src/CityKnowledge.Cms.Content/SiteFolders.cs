namespace CityKnowledge.Cms.Content;

/// <summary>Where a site keeps its files; all paths are absolute.</summary>
/// <param name="Root">The application's folder.</param>
/// <param name="Data">What the site itself writes: database, media, search index, keys.</param>
/// <param name="Themes">One folder per theme.</param>
/// <param name="Recipes">Files named <c>*.recipe.json</c>.</param>
public sealed record SiteFolders(string Root, string Data, string Themes, string Recipes)
{
    /// <summary>The folders in their usual places below the root.</summary>
    /// <param name="root">The application's folder.</param>
    /// <param name="data">The data folder when it is not <c>App_Data</c>; relative to the root.</param>
    public static SiteFolders Below(string root, string data = "App_Data") => new(
        Path.GetFullPath(root),
        Path.GetFullPath(Path.Combine(root, data, "Sites", "Default")),
        Path.GetFullPath(Path.Combine(root, "Themes")),
        Path.GetFullPath(Path.Combine(root, "Recipes")));
}
