namespace CityKnowledge.Cms.Web.Fields.Boolean;

/// <summary>Settings of a <see cref="BooleanField"/>.</summary>
internal sealed class BooleanFieldSettings
{
    public string? Hint { get; set; }
    public string? Label { get; set; }
    public bool DefaultValue { get; set; }
}
