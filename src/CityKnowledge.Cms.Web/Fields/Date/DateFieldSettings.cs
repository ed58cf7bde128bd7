namespace CityKnowledge.Cms.Web.Fields.Date;

/// <summary>Settings of a <see cref="DateField"/>.</summary>
internal sealed class DateFieldSettings
{
    public string? Hint { get; set; }
    public bool Required { get; set; }
}
