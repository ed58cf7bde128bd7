using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Fields.Markdown;

/// <summary>The words of the toolbar over a Markdown text.</summary>
internal static class MarkdownWords
{
    public static string Of(IStringLocalizer words) => new ControlWords(words)
        .Add("toolbar", "Formatting").Add("bold", "Bold (Ctrl+B)").Add("italic", "Italic (Ctrl+I)").Add("heading", "Heading").Add("list", "List")
        .Add("numbers", "Numbered list").Add("quote", "Quotation").Add("link", "Link").Add("sample", "your text").Add("preview", "Preview").Add("wait", "Loading …")
        .Add("failed", "The preview could not be loaded. Your text is safe; try again.").Add("empty", "There is nothing to show yet.")
        .ToString();
}
