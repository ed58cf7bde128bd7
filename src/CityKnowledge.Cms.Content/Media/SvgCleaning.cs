using System.Xml;
using System.Xml.Linq;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Keeps of an SVG drawing what draws, and drops what acts or loads: scripts, handlers, links, outside addresses.</summary>
internal static class SvgCleaning
{
    private const int MostElements = 100_000;
    private const int Deepest = 200;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly XNamespace Link = "http://www.w3.org/1999/xlink";

    private static readonly HashSet<string> Drawing = new(StringComparer.Ordinal)
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "switch", "style", "image",
        "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
        "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker", "filter",
        "feBlend", "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
        "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feMerge", "feMergeNode",
        "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
    };

    /// <summary>Reads one file and writes the clean drawing into the other.</summary>
    /// <returns>Why the drawing is refused, or null.</returns>
    public static async Task<FormattableString?> CleanAsync(string source, string target, CancellationToken cancel)
    {
        try
        {
            await using var input = File.OpenRead(source);
            // External entities are never fetched and internal ones never expanded; drawings that need them are refused.
            var settings = new XmlReaderSettings { Async = true, DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
            using var reader = XmlReader.Create(input, settings);
            var drawing = await XDocument.LoadAsync(reader, LoadOptions.None, cancel);
            if (drawing.Root?.Name != Svg + "svg") return $"The content is not an SVG drawing.";
            if (FindExcess(drawing.Root) is { } excess) return excess;
            Clean(drawing.Root);
            await using var output = File.Create(target);
            await drawing.Root.SaveAsync(output, SaveOptions.DisableFormatting, cancel);
            return null;
        }
        catch (XmlException trouble)
        {
            return $"The SVG drawing cannot be read: {trouble.Message}";
        }
    }

    private static FormattableString? FindExcess(XElement root)
    {
        var (count, deepest) = (0, 0);
        using var reader = root.CreateReader();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            count++;
            deepest = Math.Max(deepest, reader.Depth);
        }

        if (count > MostElements) return $"The SVG drawing has too many shapes.";
        return deepest > Deepest ? (FormattableString)$"The SVG drawing is nested too deeply." : null;
    }

    private static void Clean(XElement root)
    {
        foreach (var element in root.Descendants().ToList())
        {
            if (!IsDrawing(element)) element.Remove();
        }

        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes().ToList())
            {
                if (!IsHarmless(element, attribute)) attribute.Remove();
            }
        }
    }

    private static bool IsDrawing(XElement element) =>
        element.Name.Namespace == Svg && Drawing.Contains(element.Name.LocalName)
        && (element.Name.LocalName != "style" || IsHarmlessStyle(element.Value));

    private static bool IsHarmless(XElement element, XAttribute attribute)
    {
        if (attribute.IsNamespaceDeclaration) return attribute.Value == Svg || attribute.Value == Link;
        if (attribute.Name.LocalName == "href") return IsHarmlessAddress(element, attribute.Value.Trim());
        if (attribute.Name.Namespace == XNamespace.Xml) return attribute.Name.LocalName is "space" or "lang";
        return attribute.Name.Namespace == XNamespace.None
            && !attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            && IsHarmlessStyle(attribute.Value);
    }

    private static bool IsHarmlessAddress(XElement element, string address) =>
        address.StartsWith('#')
        || (element.Name.LocalName == "image"
            && (address.StartsWith("data:image/png;base64,", StringComparison.Ordinal) || address.StartsWith("data:image/jpeg;base64,", StringComparison.Ordinal)));

    // A backslash can spell any of these words in CSS in a way no search finds.
    private static bool IsHarmlessStyle(string css)
    {
        if (css.Contains('\\', StringComparison.Ordinal)) return false;
        if (css.Contains("@import", StringComparison.OrdinalIgnoreCase) || css.Contains("expression", StringComparison.OrdinalIgnoreCase) || css.Contains("javascript:", StringComparison.OrdinalIgnoreCase)) return false;
        for (var at = css.IndexOf("url(", StringComparison.OrdinalIgnoreCase); at >= 0; at = css.IndexOf("url(", at + 4, StringComparison.OrdinalIgnoreCase))
        {
            if (!css.AsSpan(at + 4).TrimStart(" \t\r\n\"'").StartsWith("#")) return false;
        }

        return !css.Contains("image-set", StringComparison.OrdinalIgnoreCase);
    }
}
