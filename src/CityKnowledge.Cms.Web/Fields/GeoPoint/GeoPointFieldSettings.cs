namespace CityKnowledge.Cms.Web.Fields.GeoPoint;

/// <summary>Settings of a <see cref="GeoPointField"/>.</summary>
internal sealed class GeoPointFieldSettings
{
    public string? Hint { get; set; }
    public bool Required { get; set; }
}
