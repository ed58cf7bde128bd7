namespace CityKnowledge.Cms.Web.Parts.HtmlBody;

/// <summary>Settings of a <see cref="HtmlBodyPart"/>.</summary>
internal sealed class HtmlBodyPartSettings
{
    public bool SanitizeHtml { get; set; } = true;
}
