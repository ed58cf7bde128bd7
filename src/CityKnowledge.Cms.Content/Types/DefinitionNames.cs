using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>Which technical names types, parts and fields may have.</summary>
internal static partial class DefinitionNames
{
    // The well-known members of every item: a part or type of that name would hide them in its JSON.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Id", "ContentItemId", "ContentItemVersionId", "ContentType", "Published", "Latest",
        "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author", "DisplayText",
    };

    /// <summary>What is wrong with the name, or null.</summary>
    public static string? FindProblem(string name) =>
        Reserved.Contains(name) ? $"The name '{name}' is reserved for a member of every content item. Choose another one."
        : !Technical().IsMatch(name) ? $"The name '{name}' cannot be used. A technical name begins with a letter and has letters and digits only."
        : null;

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Technical();
}
