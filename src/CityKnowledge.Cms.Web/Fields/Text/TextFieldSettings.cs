namespace CityKnowledge.Cms.Web.Fields.Text;

/// <summary>Settings of a <see cref="TextField"/>.</summary>
internal sealed class TextFieldSettings
{
    public string? Hint { get; set; }
    public bool Required { get; set; }
    public string? DefaultValue { get; set; }
}
