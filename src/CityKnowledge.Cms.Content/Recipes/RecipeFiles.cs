namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>The files beside a recipe. A recipe reaches those of its own boundary and no others.</summary>
/// <param name="folder">Where relative paths start.</param>
/// <param name="boundary">The folder that cannot be left.</param>
public sealed class RecipeFiles(string folder, string boundary)
{
    private readonly string inside = Path.TrimEndingDirectorySeparator(Path.GetFullPath(boundary)) + Path.DirectorySeparatorChar;

    /// <summary>The full path of an existing file.</summary>
    /// <exception cref="RecipeFileException">It does not exist, or lies outside.</exception>
    public string Find(string relative)
    {
        ArgumentNullException.ThrowIfNull(relative);
        if (relative.Length == 0 || relative.Contains('\0', StringComparison.Ordinal)) throw new RecipeFileException("The name of a file is missing.");
        var full = Path.GetFullPath(Path.Combine(folder, relative.Replace('\\', '/').TrimStart('/')));
        if (!full.StartsWith(inside, StringComparison.Ordinal)) throw new RecipeFileException($"The file '{relative}' lies outside the recipe's folder.");
        if (!File.Exists(full)) throw new RecipeFileException($"The file '{relative}' was not found beside the recipe.");
        return full;
    }
}

/// <summary>A recipe asked for a file it cannot have.</summary>
public sealed class RecipeFileException(string message) : Exception(message);
