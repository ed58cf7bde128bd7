namespace CityKnowledge.Cms.Content;

/// <summary>Where the site keeps its files; all paths are absolute.</summary>
/// <param name="Root">The folder of the application.</param>
/// <param name="Data">What belongs to this site alone: database, media, indexes.</param>
/// <param name="Themes">One folder for each theme.</param>
/// <param name="Recipes">Recipe files.</param>
public sealed record SiteFolders(string Root, string Data, string Themes, string Recipes);
