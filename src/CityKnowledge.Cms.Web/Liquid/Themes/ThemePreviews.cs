using System.Collections.Concurrent;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;

namespace CityKnowledge.Cms.Web.Liquid.Themes;

/// <summary>Shows the site in another theme to those who may choose one, before visitors see it.</summary>
internal sealed class ThemePreviews(ActiveTheme active, ThemeBuilder builder, Access access)
{
    /// <summary>Names the theme that its holder sees.</summary>
    public const string Cookie = "ThemePreview";

    private readonly ConcurrentDictionary<string, (long Stamp, Theme Theme)> built = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The theme for this request.</summary>
    /// <exception cref="TemplateException">The theme's manifest cannot be read.</exception>
    public ValueTask<Theme> GetAsync(HttpContext http) =>
        Chosen(http) is { } name ? ValueTask.FromResult(Build(name)) : active.GetAsync();

    /// <summary>The name of the theme that the caller tries, or null.</summary>
    public string? Chosen(HttpContext http) =>
        http.Request.Cookies[Cookie] is { Length: > 0 } name && access.Allows(http.GetCaller(), Permissions.ApplyTheme)
            ? builder.List().FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase))
            : null;

    // A theme is tried while it is being written: a changed file is seen by the next page.
    private Theme Build(string name)
    {
        var stamp = builder.Stamp(name);
        if (built.TryGetValue(name, out var known) && known.Stamp == stamp) return known.Theme;
        var theme = builder.Build(name);
        built[name] = (stamp, theme);
        return theme;
    }
}
