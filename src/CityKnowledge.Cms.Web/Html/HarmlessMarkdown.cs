using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CityKnowledge.Cms.Web.Html;

/// <summary>
/// Tells Markdown whose HTML holds nothing to clean: plain text blocks, and links that lead to pages or mailboxes. Most
/// texts are like that, and cleaning costs ten times as much as rendering.
/// </summary>
internal static class HarmlessMarkdown
{
    private static readonly string[] Schemes = ["http:", "https:", "mailto:", "tel:"];

    public static bool Is(MarkdownDocument document)
    {
        foreach (var node in document.Descendants())
        {
            if (!IsPlain(node) || HasAttributes(node)) return false;
        }

        return true;
    }

    // What is not named here, such as tables, pictures and the many extensions, is cleaned.
    private static bool IsPlain(MarkdownObject node) => node switch
    {
        ParagraphBlock or HeadingBlock or ListBlock or ListItemBlock or QuoteBlock or ThematicBreakBlock => true,
        LinkReferenceDefinitionGroup or LinkReferenceDefinition => true,
        LinkInline link => !link.IsImage && IsHarmless(link.GetDynamicUrl?.Invoke() ?? link.Url),
        AutolinkInline link => link.IsEmail || IsHarmless(link.Url),
        EmphasisInline emphasis => emphasis.DelimiterChar is '*' or '_',
        LiteralInline or CodeInline or LineBreakInline or HtmlEntityInline => true,
        // A delimiter that found no partner is text; every extension has its own subclass.
        _ => node.GetType() == typeof(ContainerInline),
    };

    // Headings get an id made of their letters; all other attributes were written by somebody.
    private static bool HasAttributes(MarkdownObject node) =>
        node.TryGetAttributes() is { } attributes && (attributes.Classes is { Count: > 0 } || attributes.Properties is { Count: > 0 } || (attributes.Id is not null && node is not HeadingBlock));

    private static bool IsHarmless(string? address)
    {
        if (string.IsNullOrEmpty(address) || Array.Exists(Schemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))) return true;
        return !address.AsSpan().ContainsAny(':', '&') && !address.AsSpan().ContainsAnyInRange('\0', ' ');
    }
}
