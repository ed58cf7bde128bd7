namespace CityKnowledge.Cms.Web.Parts.Title;

/// <summary>Settings of a <see cref="TitlePart"/>.</summary>
internal sealed class TitlePartSettings
{
    public TitlePartOptions Options { get; set; }

    /// <summary>Liquid; used by the generated options.</summary>
    public string? Pattern { get; set; }
    public bool RenderTitle { get; set; } = true;
}
