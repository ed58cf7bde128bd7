using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail.Comparison;

/// <summary>Makes plain text of what is not: HTML without its tags, JSON on lines of its own. It is encoded when it is shown, like all text.</summary>
internal static class ReadableText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Elements that begin a line of their own; cells only a space.
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table", "blockquote", "pre", "section", "article", "figure", "figcaption", "hr", "dl", "dt", "dd",
    };

    public static string FromHtml(string html)
    {
        var text = new StringBuilder();
        if (new HtmlParser().ParseDocument(html).Body is { } body) Append(body, text);
        return text.ToString().Trim();
    }

    public static string FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.Array when IsOfItems(json) => string.Join('\n', Titles(json, 0)),
        JsonValueKind.String => json.GetString()!,
        _ => JsonSerializer.Serialize(json, Indented),
    };

    private static void Append(INode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words) text.Append(words.Data.Replace('\n', ' '));
            if (child is not IElement element) continue;
            if (Blocks.Contains(element.LocalName) && text.Length > 0 && text[^1] != '\n') text.Append('\n');
            if (element.LocalName is "td" or "th") text.Append(' ');
            if (element.LocalName == "img") text.Append('[').Append(element.GetAttribute("alt") ?? element.GetAttribute("src")).Append(']');
            Append(element, text);
            if (Blocks.Contains(element.LocalName) && text.Length > 0 && text[^1] != '\n') text.Append('\n');
        }
    }

    private static bool IsOfItems(JsonElement list) =>
        list.GetArrayLength() > 0 && list.EnumerateArray().All(item => item.Get("ContentItemId").ValueKind == JsonValueKind.String);

    // Terms, widgets and elements of bags: their titles, indented below their parents.
    private static IEnumerable<string> Titles(JsonElement items, int depth)
    {
        foreach (var item in items.EnumerateArray())
        {
            yield return new string(' ', depth * 2) + (item.Get("DisplayText").AsText() is { Length: > 0 } text ? text : item.Get("ContentItemId").AsText());
            if (item.Get("Terms") is not { ValueKind: JsonValueKind.Array } below || !IsOfItems(below)) continue;
            foreach (var title in Titles(below, depth + 1)) yield return title;
        }
    }
}
