using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Web.Parts.SeoMeta;

/// <summary>Meta tags of an editor's own: stored as Orchard's objects, written as the HTML that everybody finds in instructions.</summary>
internal static class MetaTags
{
    private static readonly (string Member, string Attribute)[] Known = [("Name", "name"), ("Property", "property"), ("HttpEquiv", "http-equiv"), ("Charset", "charset"), ("Content", "content")];

    public static MemberText Text { get; } = new(Write, Parse, $"meta tags, one on each line, such as <meta name=\"author\" content=\"Ann Lee\">; http-equiv is not for them, because it can lead visitors elsewhere");

    private static string Write(JsonElement tags) => tags.ValueKind != JsonValueKind.Array ? "" : string.Join('\n', tags.EnumerateArray().Select(WriteTag));

    private static string WriteTag(JsonElement tag)
    {
        var line = new StringBuilder("<meta");
        foreach (var (member, attribute) in Known)
        {
            if (tag.Get(member).AsText() is { Length: > 0 } value) line.Append(' ').Append(attribute).Append("=\"").Append(HtmlEncoder.Default.Encode(value)).Append('"');
        }

        return line.Append('>').ToString();
    }

    // What is no meta tag would be lost without a word, so it is wrong. What http-equiv says is stored from Orchard, but nobody adds to it.
    private static JsonArray? Parse(string text)
    {
        var page = new HtmlParser().ParseDocument("<head>" + text);
        var nodes = page.Head!.ChildNodes.Where(node => node is not IText { Data: var blank } || !string.IsNullOrWhiteSpace(blank)).ToList();
        var isWhole = string.IsNullOrWhiteSpace(page.Body?.TextContent) && page.Body?.ChildElementCount is null or 0;
        if (!isWhole || nodes.Exists(node => node is not IElement { LocalName: "meta" } tag || !IsKnown(tag))) return null;
        return [.. nodes.Cast<IElement>().Select(ReadTag)];
    }

    private static bool IsKnown(IElement tag) => tag.Attributes.Length > 0 && tag.Attributes.All(attribute => attribute.Name != "http-equiv" && Known.Any(known => known.Attribute == attribute.Name));

    private static JsonObject ReadTag(IElement tag)
    {
        var entry = new JsonObject();
        foreach (var (member, attribute) in Known)
        {
            if (tag.GetAttribute(attribute) is { Length: > 0 } value) entry[member] = value;
        }

        return entry;
    }
}
