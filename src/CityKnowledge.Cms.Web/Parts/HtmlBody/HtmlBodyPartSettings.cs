using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.HtmlBody;

/// <summary>Settings of a <see cref="HtmlBodyPart"/>.</summary>
internal sealed class HtmlBodyPartSettings
{
    [Setting("Cleaned when shown", Hint = "Scripts and dangerous links are taken out. Leave it on.", IsRare = true)]
    public bool SanitizeHtml { get; set; } = true;
}
