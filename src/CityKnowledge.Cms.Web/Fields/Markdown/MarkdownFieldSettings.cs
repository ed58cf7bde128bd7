using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Markdown;

/// <summary>Settings of a <see cref="MarkdownField"/>.</summary>
internal sealed class MarkdownFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Cleaned when shown", Hint = "Scripts and dangerous links are taken out. Leave it on.", IsRare = true)]
    public bool SanitizeHtml { get; set; } = true;
}
