using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Autoroute;

/// <summary>Settings of a <see cref="AutoroutePart"/>.</summary>
internal sealed class AutoroutePartSettings
{
    [Setting("Editors can type the address")]
    public bool AllowCustomPath { get; set; }

    /// <summary>Liquid; the slug of the display text when empty.</summary>
    [Setting("Pattern of the address", Hint = "Liquid, such as {{ ContentItem.DisplayText | slugify }}. Empty: made from the title.", Input = SettingInput.Liquid)]
    public string? Pattern { get; set; }

    [Setting("Editors can make it the first page")]
    public bool ShowHomepageOption { get; set; }

    [Setting("Editors can make the address anew", Hint = "Old addresses lead to the new one.")]
    public bool AllowUpdatePath { get; set; }

    [Setting("Editors can switch the page off")]
    public bool AllowDisabled { get; set; }

    [Setting("Items inside it can have addresses", Hint = "Such as the terms of a vocabulary.")]
    public bool AllowRouteContainedItems { get; set; }

    [Setting("Addresses of items inside it are kept in order")]
    public bool ManageContainedItemRoutes { get; set; }

    [Setting("Items inside it can have addresses of their own")]
    public bool AllowAbsolutePath { get; set; }
}
