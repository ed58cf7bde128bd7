using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Time;

/// <summary>Settings of a <see cref="TimeField"/>.</summary>
internal sealed class TimeFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Required to publish", Hint = "An item cannot be published without it; drafts may lack it.")]
    public bool Required { get; set; }

    [Setting("Step in seconds", Hint = "60 for minutes. Usually empty.", IsRare = true)]
    public string? Step { get; set; }
}
