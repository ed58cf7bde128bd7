using CityKnowledge.Cms.Content.Types;

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

    /// <summary>Names of the types whose items may be picked. All types means those that stand for themselves, as in Orchard.</summary>
    public IReadOnlyList<string> TypesOf(ContentTypes types)
    {
        if (DisplayAllContentTypes) return [.. types.Types.Where(type => string.IsNullOrEmpty(type.Options.Stereotype)).Select(type => type.Name)];
        var byStereotype = types.Types.Where(type => DisplayedStereotypes.Contains(type.Options.Stereotype ?? "", StringComparer.OrdinalIgnoreCase)).Select(type => type.Name);
        return [.. DisplayedContentTypes.Concat(byStereotype).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
