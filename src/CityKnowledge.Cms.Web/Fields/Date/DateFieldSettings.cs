using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Date;

/// <summary>Settings of a <see cref="DateField"/>.</summary>
internal sealed class DateFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Required to publish", Hint = "An item cannot be published without it; drafts may lack it.")]
    public bool Required { get; set; }
}
