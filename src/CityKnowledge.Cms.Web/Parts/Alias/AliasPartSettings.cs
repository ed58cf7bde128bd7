using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Alias;

/// <summary>Settings of a <see cref="AliasPart"/>.</summary>
internal sealed class AliasPartSettings
{
    /// <summary>Liquid; the slug of the display text when empty.</summary>
    [Setting("Pattern", Hint = "Liquid, such as {{ ContentItem.DisplayText | slugify }}. Empty: made from the title.", Input = SettingInput.Liquid)]
    public string? Pattern { get; set; }

    [Setting("Who writes it")]
    public AliasPartOptions Options { get; set; }
}
