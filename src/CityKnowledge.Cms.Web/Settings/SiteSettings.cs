namespace CityKnowledge.Cms.Web.Settings;

/// <summary>Settings of the whole site that its owner chooses outside the content.</summary>
/// <param name="Theme">Name of a theme that wins over the one chosen by recipe; empty for that one.</param>
/// <param name="OutputCache">Whether finished pages are kept in memory.</param>
/// <param name="BlockCache">Whether <c>cache</c> blocks of templates are kept in memory.</param>
/// <param name="ApiOrigins">Sites whose scripts may read <c>/api</c>, such as <c>https://example.org</c>; <c>*</c> for all.</param>
public sealed record SiteSettings(string Theme, bool OutputCache, bool BlockCache, IReadOnlyList<string> ApiOrigins)
{
    private const string Origins = "Site:ApiOrigins";

    internal static SiteSettings Read(SettingReader settings, IConfiguration configuration)
    {
        settings.CheckKeys("Site", "DataFolder", "Theme", "OutputCache", "BlockCache", "ApiOrigins");
        if (settings.Text(Origins, "") is { Length: > 0 } text) throw SettingReader.Refuse(Origins, text, "a list: give the first as Site__ApiOrigins__0");
        return new SiteSettings(
            settings.Text("Site:Theme", ""), settings.Flag("Site:OutputCache", true), settings.Flag("Site:BlockCache", true),
            [.. configuration.GetSection(Origins).GetChildren().Select(child => ReadOrigin(child.Path, child.Value ?? ""))]);
    }

    private static string ReadOrigin(string key, string text)
    {
        var isOrigin = Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.GetLeftPart(UriPartial.Authority) == text.TrimEnd('/');
        return isOrigin || text == "*" ? text.TrimEnd('/') : throw SettingReader.Refuse(key, text, "the beginning of an address such as https://example.org, or * for every site");
    }
}
