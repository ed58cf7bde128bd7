using CityKnowledge.Cms.Web.Liquid.Shapes;

namespace CityKnowledge.Cms.Web.Liquid.Tags;

/// <summary>What the tags for styles and scripts have in common.</summary>
internal static class ResourceArguments
{
    /// <summary>Arguments that are no attributes.</summary>
    public static IReadOnlySet<string> Used { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "name", "src", "debug_src", "cdn_src", "debug_cdn_src", "at", "version", "depends_on", "culture", "condition", "use_cdn", "debug", "append_version",
    };

    /// <summary>Where the file is, with its version; null when only a name is given, which no manifest here knows.</summary>
    public static string? Address(TagArguments given, Page page)
    {
        if (given.Text("src") is not { Length: > 0 } address) return null;
        return Addresses.Href(page, given.Text("append_version") == "false" ? address : Addresses.Versioned(page, address));
    }

    public static bool IsInline(TagArguments given) => "Inline".Equals(given.Text("at"), StringComparison.OrdinalIgnoreCase);

    public static ResourceKind ScriptKind(TagArguments given) =>
        "Head".Equals(given.Text("at"), StringComparison.OrdinalIgnoreCase) ? ResourceKind.HeadScript : ResourceKind.FootScript;

    public static string[] DependsOn(TagArguments given) =>
        given.Text("depends_on")?.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(name => name.Split(':')[0]).ToArray() ?? [];
}
