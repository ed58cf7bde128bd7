using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.GeoPoint;

/// <summary>Settings of a <see cref="GeoPointField"/>.</summary>
internal sealed class GeoPointFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Required to publish", Hint = "An item cannot be published without it; drafts may lack it.")]
    public bool Required { get; set; }
}
