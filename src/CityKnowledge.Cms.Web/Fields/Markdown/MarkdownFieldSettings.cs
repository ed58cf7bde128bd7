namespace CityKnowledge.Cms.Web.Fields.Markdown;

/// <summary>Settings of a <see cref="MarkdownField"/>.</summary>
internal sealed class MarkdownFieldSettings
{
    public string? Hint { get; set; }
    public bool SanitizeHtml { get; set; } = true;
}
