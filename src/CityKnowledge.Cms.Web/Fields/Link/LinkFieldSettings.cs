using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Link;

/// <summary>Settings of a <see cref="LinkField"/>.</summary>
internal sealed class LinkFieldSettings
{
    [Setting("Hint", Hint = "A sentence shown under the field.")]
    public string? Hint { get; set; }

    [Setting("Hint for the words of the link", IsRare = true)]
    public string? HintLinkText { get; set; }

    [Setting("Required to publish", Hint = "An item cannot be published without it; drafts may lack it.")]
    public bool Required { get; set; }

    [Setting("Words of the link")]
    public LinkTextMode LinkTextMode { get; set; }

    [Setting("Example of an address", Hint = "Shown in the empty field.", IsRare = true)]
    public string? UrlPlaceholder { get; set; }

    [Setting("Example of the words", Hint = "Shown in the empty field.", IsRare = true)]
    public string? TextPlaceholder { get; set; }

    [Setting("Address for new items", IsRare = true)]
    public string? DefaultUrl { get; set; }

    [Setting("Words for new items", IsRare = true)]
    public string? DefaultText { get; set; }

    [Setting("Target for new items", Hint = "_blank opens a new window. Usually empty.", IsRare = true)]
    public string? DefaultTarget { get; set; }
}
