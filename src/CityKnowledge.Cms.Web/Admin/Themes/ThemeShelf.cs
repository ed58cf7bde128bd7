using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Liquid;
using CityKnowledge.Cms.Web.Liquid.Themes;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web.Admin.Themes;

/// <summary>A theme as the list shows it.</summary>
/// <param name="Trouble">Why its manifest cannot be read; null when it can.</param>
internal sealed record ThemeOnShelf(string Id, string Name, ThemeManifest? Manifest, bool IsCurrent, string? Trouble);

/// <summary>The themes of the site with what their manifests say.</summary>
internal sealed class ThemeShelf(ThemeBuilder builder, CurrentSite site, SiteSettings settings, ThemePreviews previews)
{
    private const int MostBroken = 5;

    /// <summary>The theme chosen by a setting, which wins; empty for none.</summary>
    public string Fixed => settings.Theme;

    public async Task<IReadOnlyList<ThemeOnShelf>> ListAsync()
    {
        var current = settings.Theme.Length > 0 ? settings.Theme : (await site.GetAsync()).Theme;
        return [.. builder.List().Select(id => Read(id) is var theme && string.Equals(id, current, StringComparison.OrdinalIgnoreCase) ? theme with { IsCurrent = true } : theme)];
    }

    public ThemeOnShelf? Find(string? id) =>
        builder.List().FirstOrDefault(known => known.Equals(id, StringComparison.OrdinalIgnoreCase)) is { } known ? Read(known) : null;

    /// <summary>The templates that cannot be read, each with the reason.</summary>
    public IReadOnlyList<string> ListBrokenTemplates(string id) =>
        [.. builder.Build(id).Templates.Where(template => template.Trouble is not null).Take(MostBroken).Select(template => template.Trouble!.Message)];

    /// <summary>The theme that only this person sees, or null.</summary>
    public string? Tried(HttpContext http) => previews.Chosen(http);

    /// <summary>Shows the site to this person alone in a theme, until the browser is closed; null ends it.</summary>
    public void Try(HttpContext http, string? id)
    {
        if (id is null) http.Response.Cookies.Delete(ThemePreviews.Cookie);
        else http.Response.Cookies.Append(ThemePreviews.Cookie, id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true });
    }

    private ThemeOnShelf Read(string id)
    {
        try
        {
            var manifest = builder.ReadManifest(id);
            return new ThemeOnShelf(id, manifest.Name ?? id, manifest, false, null);
        }
        catch (TemplateException trouble)
        {
            return new ThemeOnShelf(id, id, null, false, trouble.Message);
        }
    }
}
