using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Patterns;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>Which technical names types, parts and fields may have.</summary>
public static partial class DefinitionNames
{
    private const int Longest = 80;

    // The well-known members of every item: a part or type of that name would hide them in its JSON.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "Id", "ContentItemId", "ContentItemVersionId", "ContentType", "Published", "Latest",
        "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author", "DisplayText",
    };

    /// <summary>What is wrong with the name, or null.</summary>
    public static FormattableString? FindProblem(string name) =>
        Reserved.Contains(name) ? (FormattableString)$"The name '{name}' is reserved for a member of every content item. Choose another one."
        : name.Length > Longest ? (FormattableString)$"The name is too long. A technical name has at most {Longest} characters."
        : !Technical().IsMatch(name) ? (FormattableString)$"The name '{name}' cannot be used. A technical name begins with a letter and has letters and digits only."
        : null;

    /// <summary>A technical name made from words: "Bus stops (old)" gives BusStopsOld; empty when they have no Latin letters.</summary>
    public static string Propose(string? label)
    {
        var words = Slug.Make(label).Split('-', '_').Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0);
        var name = string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..])).TrimStart("0123456789".ToCharArray());
        return name.Length > Longest ? name[..Longest] : name;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Technical();
}
