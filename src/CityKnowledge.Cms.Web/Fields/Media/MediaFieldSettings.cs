namespace CityKnowledge.Cms.Web.Fields.Media;

/// <summary>Settings of a <see cref="MediaField"/>.</summary>
internal sealed class MediaFieldSettings
{
    public string? Hint { get; set; }
    public bool Required { get; set; }
    public bool Multiple { get; set; } = true;
    public bool AllowMediaText { get; set; } = true;
    public bool AllowAnchors { get; set; }
    public List<string> AllowedExtensions { get; set; } = [];
}
