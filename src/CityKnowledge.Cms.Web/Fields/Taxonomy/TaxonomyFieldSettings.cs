using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Taxonomy;

/// <summary>Settings of a <see cref="TaxonomyField"/>.</summary>
internal sealed class TaxonomyFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Required to publish", Hint = "An item cannot be published without it; drafts may lack it.")]
    public bool Required { get; set; }

    [Setting("Vocabulary", Input = SettingInput.Taxonomy)]
    public string? TaxonomyContentItemId { get; set; }

    [Setting("Only one term may be chosen")]
    public bool Unique { get; set; }

    [Setting("Only terms without terms below them")]
    public bool LeavesOnly { get; set; }
}
