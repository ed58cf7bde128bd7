using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Text;

/// <summary>Settings of a <see cref="TextField"/>.</summary>
internal sealed class TextFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Required to publish", Hint = "An item cannot be published without it; drafts may lack it.")]
    public bool Required { get; set; }

    [Setting("Text for new items")]
    public string? DefaultValue { get; set; }
}
