namespace CityKnowledge.Cms.Web.Parts.MarkdownBody;

/// <summary>Settings of a <see cref="MarkdownBodyPart"/>.</summary>
internal sealed class MarkdownBodyPartSettings
{
    public bool SanitizeHtml { get; set; } = true;
}
