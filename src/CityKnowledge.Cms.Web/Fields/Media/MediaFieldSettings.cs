using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Media;

/// <summary>Settings of a <see cref="MediaField"/>.</summary>
internal sealed class MediaFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Required to publish", Hint = "An item cannot be published without it; drafts may lack it.")]
    public bool Required { get; set; }

    [Setting("Several files may be chosen")]
    public bool Multiple { get; set; } = true;

    [Setting("Each file has a description", Hint = "Needed by people who do not see the picture.")]
    public bool AllowMediaText { get; set; } = true;

    [Setting("Each picture has a point that stays in view")]
    public bool AllowAnchors { get; set; }

    [Setting("File types", Hint = "One on each line, such as .jpg. Empty: all that the site takes.")]
    public List<string> AllowedExtensions { get; set; } = [];
}
