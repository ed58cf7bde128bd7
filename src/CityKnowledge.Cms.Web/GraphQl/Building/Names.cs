using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>Names as Orchard makes them: types keep theirs, parts lose their ending, members begin in lower case.</summary>
internal static partial class Names
{
    /// <summary><c>WikidataId</c> → <c>wikidataId</c>.</summary>
    public static string OfMember(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary><c>HtmlBodyPart</c> → <c>htmlBody</c>.</summary>
    public static string OfPart(string name) =>
        OfMember(name.EndsWith("Part", StringComparison.Ordinal) && name.Length > "Part".Length ? name[..^"Part".Length] : name);

    /// <summary>Whether GraphQL accepts the name.</summary>
    public static bool IsUsable(string name) => Usable().IsMatch(name);

    [GeneratedRegex("^(?!__)[_A-Za-z][_0-9A-Za-z]*$")]
    private static partial Regex Usable();
}
