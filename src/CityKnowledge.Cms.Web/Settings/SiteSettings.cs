namespace CityKnowledge.Cms.Web.Settings;

/// <summary>Settings of the whole site that its owner chooses outside the content.</summary>
/// <param name="Theme">Name of a theme that wins over the one chosen by recipe; empty for that one.</param>
/// <param name="OutputCache">Whether finished pages are kept in memory.</param>
/// <param name="BlockCache">Whether <c>cache</c> blocks of templates are kept in memory.</param>
public sealed record SiteSettings(string Theme, bool OutputCache, bool BlockCache)
{
    internal static SiteSettings Read(SettingReader settings)
    {
        settings.CheckKeys("Site", "DataFolder", "Theme", "OutputCache", "BlockCache");
        return new SiteSettings(settings.Text("Site:Theme", ""), settings.Flag("Site:OutputCache", true), settings.Flag("Site:BlockCache", true));
    }
}
