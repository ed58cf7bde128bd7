using Microsoft.Extensions.Logging;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>A recipe that can be run by name.</summary>
/// <param name="File">Full path.</param>
/// <param name="Boundary">The folder whose files the recipe may use.</param>
public sealed record RecipeOnShelf(
    string Name, string DisplayName, string Description, bool IsSetupRecipe, IReadOnlyList<string> Tags, string File, string Boundary);

/// <summary>The recipes that lie in the Recipes folders of the site and of its themes.</summary>
public sealed class RecipeShelf(SiteFolders folders, ILogger<RecipeShelf> log)
{
    /// <summary>All recipes that can be read, by name. A broken file is logged and left out.</summary>
    public async Task<IReadOnlyList<RecipeOnShelf>> ListAsync(CancellationToken cancel = default)
    {
        var found = new List<RecipeOnShelf>();
        foreach (var (file, boundary) in Files())
        {
            try
            {
                using var recipe = await OpenAsync(file, boundary, cancel);
                // Without a name it cannot be asked for: a file of steps that another tool reads.
                if (recipe.Name is { Length: > 0 } name) found.Add(Describe(recipe, name, file, boundary));
            }
            catch (Exception trouble) when (trouble is RecipeException or IOException or UnauthorizedAccessException)
            {
                log.LogError("The recipe {File} cannot be read and is left out. {Reason}", file, trouble.Message);
            }
        }

        return [.. found.OrderBy(recipe => recipe.Name, StringComparer.OrdinalIgnoreCase).ThenBy(recipe => recipe.File, StringComparer.Ordinal)];
    }

    /// <summary>Opens a recipe of the list.</summary>
    public Task<RecipeDocument> OpenAsync(RecipeOnShelf recipe, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return OpenAsync(recipe.File, recipe.Boundary, cancel);
    }

    private static async Task<RecipeDocument> OpenAsync(string file, string boundary, CancellationToken cancel)
    {
        var files = new RecipeFiles(Path.GetDirectoryName(file)!, boundary);
        return RecipeDocument.Parse(await File.ReadAllBytesAsync(file, cancel), Path.GetFileName(file), files);
    }

    private static RecipeOnShelf Describe(RecipeDocument recipe, string name, string file, string boundary) => new(
        name, recipe.DisplayName ?? name, recipe.Description ?? "", recipe.IsSetupRecipe, recipe.Tags, file, boundary);

    private IEnumerable<(string File, string Boundary)> Files()
    {
        foreach (var file in Below(folders.Recipes)) yield return (file, folders.Recipes);
        if (!Directory.Exists(folders.Themes)) yield break;
        foreach (var theme in Directory.EnumerateDirectories(folders.Themes).Order(StringComparer.Ordinal))
        {
            foreach (var file in Below(Path.Combine(theme, "Recipes"))) yield return (file, theme);
        }
    }

    private static IEnumerable<string> Below(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.recipe.json").Order(StringComparer.Ordinal)
        : [];
}
