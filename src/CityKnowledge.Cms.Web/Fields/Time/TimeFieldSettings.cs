namespace CityKnowledge.Cms.Web.Fields.Time;

/// <summary>Settings of a <see cref="TimeField"/>.</summary>
internal sealed class TimeFieldSettings
{
    public string? Hint { get; set; }
    public bool Required { get; set; }
    public string? Step { get; set; }
}
