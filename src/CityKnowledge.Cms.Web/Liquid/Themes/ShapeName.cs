namespace CityKnowledge.Cms.Web.Liquid.Themes;

/// <summary>Turns names of template files into names of shapes, by Orchard's rules.</summary>
internal static class ShapeName
{
    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Parts"] = "Parts_",
        ["Fields"] = "Fields_",
        ["Elements"] = "Elements_",
    };

    /// <summary>
    /// <c>Content-Practice.Summary</c> → <c>Content_Summary__Practice</c>. A folder named Parts, Fields or Elements becomes a
    /// prefix; Items does not.
    /// </summary>
    /// <param name="path">Path below the views folder, with slashes, without <c>.liquid</c>.</param>
    public static string FromFile(string path)
    {
        var slash = path.LastIndexOf('/');
        var prefix = slash < 0 ? "" : Prefixes.GetValueOrDefault(path[..slash], "");
        return prefix + FromName(path[(slash + 1)..]);
    }

    private static string FromName(string name)
    {
        var lastDot = name.LastIndexOf('.');
        var lastHyphen = name.LastIndexOf('-');
        if (lastDot < 0 || lastDot < lastHyphen) return Plain(name);
        var (stem, displayType) = (name[..lastDot], name[(lastDot + 1)..]);
        var firstHyphen = stem.IndexOf('-', StringComparison.Ordinal);
        return firstHyphen < 0
            ? $"{Plain(stem)}_{displayType}"
            : $"{Plain(stem[..firstHyphen])}_{displayType}__{Plain(stem[firstHyphen..].TrimStart('-'))}";
    }

    private static string Plain(string name) =>
        name.Replace("--", "__", StringComparison.Ordinal).Replace("-", "__", StringComparison.Ordinal).Replace('.', '_');
}
