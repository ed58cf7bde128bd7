using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web.Liquid.Themes;

/// <summary>The theme in which visitors see the site. In development a changed file is seen by the next page.</summary>
internal sealed class ActiveTheme(ThemeBuilder builder, SiteSettings settings, CurrentSite site, IHostEnvironment environment)
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromMilliseconds(300);
    private readonly Lock building = new();
    private volatile InUse? inUse;

    /// <exception cref="TemplateException">The theme's manifest cannot be read.</exception>
    public async ValueTask<Theme> GetAsync()
    {
        var name = settings.Theme.Length > 0 ? settings.Theme : (await site.GetAsync()).Theme;
        var known = inUse;
        return known is not null && known.Name == name && !IsDueForCheck(known) ? known.Theme : Refresh(name);
    }

    private bool IsDueForCheck(InUse known) => environment.IsDevelopment() && Environment.TickCount64 - known.CheckedAt > CheckEvery.TotalMilliseconds;

    private Theme Refresh(string? name)
    {
        lock (building)
        {
            if (inUse is { } known && known.Name == name && !IsDueForCheck(known)) return known.Theme;
            var stamp = environment.IsDevelopment() ? builder.Stamp(name) : 0;
            var theme = inUse is { } old && old.Name == name && old.Stamp == stamp ? old.Theme : builder.Build(name);
            inUse = new InUse(name, theme, stamp, Environment.TickCount64);
            return theme;
        }
    }

    private sealed record InUse(string? Name, Theme Theme, long Stamp, long CheckedAt);
}
