using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.ContentPicker;

/// <summary>Settings of a <see cref="ContentPickerField"/>.</summary>
internal sealed class ContentPickerFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Required to publish", Hint = "An item cannot be published without it; drafts may lack it.")]
    public bool Required { get; set; }

    [Setting("Several items may be chosen")]
    public bool Multiple { get; set; }

    [Setting("Items of every type may be chosen")]
    public bool DisplayAllContentTypes { get; set; }

    [Setting("Types that may be chosen", Input = SettingInput.Types)]
    public List<string> DisplayedContentTypes { get; set; } = [];

    [Setting("Stereotypes that may be chosen", Hint = "One on each line. Usually empty.", IsRare = true)]
    public List<string> DisplayedStereotypes { get; set; } = [];

    [Setting("How an item is called", Hint = "Liquid. Empty: its title.", Input = SettingInput.Liquid, IsRare = true)]
    public string? TitlePattern { get; set; }

    /// <summary>Names of the types whose items may be picked. All types means those that stand for themselves, as in Orchard.</summary>
    public IReadOnlyList<string> TypesOf(ContentTypes types)
    {
        if (DisplayAllContentTypes) return [.. types.Types.Where(type => string.IsNullOrEmpty(type.Options.Stereotype)).Select(type => type.Name)];
        var byStereotype = types.Types.Where(type => DisplayedStereotypes.Contains(type.Options.Stereotype ?? "", StringComparer.OrdinalIgnoreCase)).Select(type => type.Name);
        return [.. DisplayedContentTypes.Concat(byStereotype).Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
