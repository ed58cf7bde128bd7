namespace CityKnowledge.Cms.Web.Fields.Link;

/// <summary>Settings of a <see cref="LinkField"/>.</summary>
internal sealed class LinkFieldSettings
{
    public string? Hint { get; set; }
    public string? HintLinkText { get; set; }
    public bool Required { get; set; }
    public LinkTextMode LinkTextMode { get; set; }
    public string? UrlPlaceholder { get; set; }
    public string? TextPlaceholder { get; set; }
    public string? DefaultUrl { get; set; }
    public string? DefaultText { get; set; }
    public string? DefaultTarget { get; set; }
}
