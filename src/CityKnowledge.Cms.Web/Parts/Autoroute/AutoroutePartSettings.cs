namespace CityKnowledge.Cms.Web.Parts.Autoroute;

/// <summary>Settings of a <see cref="AutoroutePart"/>.</summary>
internal sealed class AutoroutePartSettings
{
    public bool AllowCustomPath { get; set; }

    /// <summary>Liquid; the slug of the display text when empty.</summary>
    public string? Pattern { get; set; }
    public bool ShowHomepageOption { get; set; }
    public bool AllowUpdatePath { get; set; }
    public bool AllowDisabled { get; set; }
    public bool AllowRouteContainedItems { get; set; }
    public bool ManageContainedItemRoutes { get; set; }
    public bool AllowAbsolutePath { get; set; }
}
