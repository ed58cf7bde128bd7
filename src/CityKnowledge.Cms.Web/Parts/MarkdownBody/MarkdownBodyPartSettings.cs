using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.MarkdownBody;

/// <summary>Settings of a <see cref="MarkdownBodyPart"/>.</summary>
internal sealed class MarkdownBodyPartSettings
{
    [Setting("Cleaned when shown", Hint = "Scripts and dangerous links are taken out. Leave it on.", IsRare = true)]
    public bool SanitizeHtml { get; set; } = true;
}
