using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.MultiText;

/// <summary>Settings of a <see cref="MultiTextField"/>.</summary>
internal sealed class MultiTextFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Required to publish", Hint = "An item cannot be published without it; drafts may lack it.")]
    public bool Required { get; set; }

    [Setting("Choices", Hint = "Empty: free texts.")]
    public List<MultiTextOption> Options { get; set; } = [];
}
