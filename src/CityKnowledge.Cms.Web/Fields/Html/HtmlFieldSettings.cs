namespace CityKnowledge.Cms.Web.Fields.Html;

/// <summary>Settings of a <see cref="HtmlField"/>.</summary>
internal sealed class HtmlFieldSettings
{
    public string? Hint { get; set; }
    public bool SanitizeHtml { get; set; } = true;
}
