namespace CityKnowledge.Cms.Web.Fields.MultiText;

/// <summary>Settings of a <see cref="MultiTextField"/>.</summary>
internal sealed class MultiTextFieldSettings
{
    public string? Hint { get; set; }
    public bool Required { get; set; }
    public List<MultiTextOption> Options { get; set; } = [];
}
