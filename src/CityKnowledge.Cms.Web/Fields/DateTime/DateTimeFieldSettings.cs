namespace CityKnowledge.Cms.Web.Fields.DateTime;

/// <summary>Settings of a <see cref="DateTimeField"/>.</summary>
internal sealed class DateTimeFieldSettings
{
    public string? Hint { get; set; }
    public bool Required { get; set; }
}
