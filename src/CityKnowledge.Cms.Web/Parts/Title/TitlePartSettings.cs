using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Title;

/// <summary>Settings of a <see cref="TitlePart"/>.</summary>
internal sealed class TitlePartSettings
{
    [Setting("Who writes the title")]
    public TitlePartOptions Options { get; set; }

    /// <summary>Liquid; used by the generated options.</summary>
    [Setting("Pattern", Hint = "Liquid. Used when the title is made from it.", Input = SettingInput.Liquid)]
    public string? Pattern { get; set; }

    [Setting("The title is shown on the page")]
    public bool RenderTitle { get; set; } = true;
}
