namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Knows which meta tags a page says once. Of all others, such as authors, tags and pictures, it may say several.</summary>
internal static class MetaNames
{
    private static readonly HashSet<string> Single = new(StringComparer.OrdinalIgnoreCase)
    {
        "application-name", "citation_doi", "citation_title", "color-scheme", "description", "generator", "googlebot", "keywords", "referrer", "robots", "title", "viewport",
    };

    private static readonly string[] Several = ["og:image", "og:video", "og:audio", "og:locale:alternate"];

    public static bool AreSaidOnce(string name) => Single.Contains(name) || Begins(name, "twitter:") || (Begins(name, "og:") && !Several.Any(several => Begins(name, several)));

    private static bool Begins(string name, string start) => name.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
