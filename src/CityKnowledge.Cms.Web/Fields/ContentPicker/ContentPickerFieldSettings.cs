using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.ContentPicker;

/// <summary>Settings of a <see cref="ContentPickerField"/>.</summary>
internal sealed class ContentPickerFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Required", Hint = "An item cannot be published without it; drafts may lack it.")]
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
}
