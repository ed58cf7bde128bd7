using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Html;

/// <summary>Settings of a <see cref="HtmlField"/>.</summary>
internal sealed class HtmlFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Cleaned when shown", Hint = "Scripts and dangerous links are taken out. Leave it on.", IsRare = true)]
    public bool SanitizeHtml { get; set; } = true;
}
