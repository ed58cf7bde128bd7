namespace CityKnowledge.Cms.Web.Fields.ContentPicker;

/// <summary>Settings of a <see cref="ContentPickerField"/>.</summary>
internal sealed class ContentPickerFieldSettings
{
    public string? Hint { get; set; }
    public bool Required { get; set; }
    public bool Multiple { get; set; }
    public bool DisplayAllContentTypes { get; set; }
    public List<string> DisplayedContentTypes { get; set; } = [];
    public List<string> DisplayedStereotypes { get; set; } = [];
    public string? TitlePattern { get; set; }
}
