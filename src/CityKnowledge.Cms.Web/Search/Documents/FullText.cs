using System.Text;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>
/// The text by which an item is found when no field is named: display text, body, and the template of its type. A type
/// without template gives all its indexed texts instead.
/// </summary>
internal sealed class FullText(LiquidPattern patterns)
{
    public async ValueTask<string> OfAsync(ContentItem item, DocumentPlan plan, string body)
    {
        var settings = plan.Types.FindType(item.ContentType)?.Settings.Get<FullTextAspectSettings>() ?? new FullTextAspectSettings();
        var text = new StringBuilder();
        if (settings.IncludeDisplayText) text.AppendLine(item.DisplayText);
        if (settings.IncludeBodyAspect) text.AppendLine(body);
        if (settings is { IncludeFullTextTemplate: true, FullTextTemplate.Length: > 0 })
        {
            text.AppendLine(PlainText.OfMarkdown(await patterns.RenderAsync(settings.FullTextTemplate, item)));
        }
        else
        {
            foreach (var indexed in Texts(item, plan)) text.AppendLine(indexed);
        }

        return text.ToString();
    }

    /// <summary>The text of the item's body part, empty when it has none.</summary>
    public static string BodyOf(ContentItem item)
    {
        if (item.Field("HtmlBodyPart", "Html").AsText() is { } html) return PlainText.OfHtml(html);
        return item.Field("MarkdownBodyPart", "Markdown").AsText() is { } markdown ? PlainText.OfMarkdown(markdown) : "";
    }

    /// <summary>The texts of the item's indexed fields, without tags and marks, in the order of the fields.</summary>
    public static IEnumerable<string> Texts(ContentItem item, DocumentPlan plan)
    {
        foreach (var field in plan.Of(item.ContentType))
        {
            if (field.Kind != IndexedKind.Words || field.Field is null) continue;
            var value = item.Field(field.Part, field.Field).Get(field.Member);
            if (field.MemberKind == MemberKind.Texts)
            {
                foreach (var text in value.AsTexts()) yield return text;
            }
            else if (value.AsText() is { Length: > 0 } text)
            {
                yield return Plain(text, field.MemberKind);
            }
        }
    }

    public static string Plain(string text, MemberKind kind) => kind switch
    {
        MemberKind.Html => PlainText.OfHtml(text),
        MemberKind.Markdown => PlainText.OfMarkdown(text),
        _ => text,
    };
}
