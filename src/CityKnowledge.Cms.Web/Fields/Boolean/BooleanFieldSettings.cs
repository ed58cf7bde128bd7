using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Boolean;

/// <summary>Settings of a <see cref="BooleanField"/>.</summary>
internal sealed class BooleanFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Words beside the box", Hint = "Empty: the display name.")]
    public string? Label { get; set; }

    [Setting("On for new items")]
    public bool DefaultValue { get; set; }
}
