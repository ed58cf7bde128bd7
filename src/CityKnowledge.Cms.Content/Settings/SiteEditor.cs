using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content.Settings;

/// <summary>Changes the settings of the site in the name of a caller.</summary>
public sealed class SiteEditor(ContentSessions sessions, Access access, SiteFolders folders)
{
    /// <summary>Replaces the general settings; everything else in the document stays.</summary>
    /// <param name="stamp">That of the settings on which the change is based.</param>
    /// <exception cref="ForbiddenException">The caller may not do that.</exception>
    /// <exception cref="InvalidContentException">A value is not allowed.</exception>
    /// <exception cref="StaleVersionException">Someone else changed them meanwhile.</exception>
    public async Task SaveAsync(Caller caller, GeneralSettings next, string stamp, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(next);
        Require(caller, Permissions.ManageSettings);
        next = next with { SiteName = next.SiteName.Trim(), BaseUrl = next.BaseUrl.Trim().TrimEnd('/') };
        if (next.Check().ToList() is { Count: > 0 } problems) throw new InvalidContentException(problems);
        await using var session = await sessions.BeginAsync(caller, cancel);
        var stored = await session.GetSettingAsync(CurrentSite.SettingName, cancel);
        var present = GeneralSettings.Of(new SiteDocument(stored));
        if (present.Stamp != stamp) throw new StaleVersionException(CurrentSite.SettingName);
        var site = Open(stored);
        (site["SiteName"], site["BaseUrl"], site["TimeZoneId"], site["PageSize"]) = (next.SiteName, next.BaseUrl, next.TimeZoneId, next.PageSize);
        await session.SetSettingAsync(CurrentSite.SettingName, site, cancel);
        if (present != next) session.Note("Settings", "Changed", CurrentSite.SettingName, null, string.Join(", ", Changed(present, next)));
        await session.CommitAsync(cancel);
    }

    /// <summary>Chooses the theme in which visitors see the site.</summary>
    /// <returns>False when there is no such theme.</returns>
    /// <exception cref="ForbiddenException">The caller may not do that.</exception>
    public async Task<bool> ApplyThemeAsync(Caller caller, string name, CancellationToken cancel = default)
    {
        Require(caller, Permissions.ApplyTheme);
        if (FindTheme(name) is not { } theme) return false;
        await using var session = await sessions.BeginAsync(caller, cancel);
        var site = Open(await session.GetSettingAsync(CurrentSite.SettingName, cancel));
        site["CurrentThemeName"] = theme;
        await session.SetSettingAsync(CurrentSite.SettingName, site, cancel);
        session.Note("Settings", "ThemeApplied", CurrentSite.SettingName, null, theme);
        await session.CommitAsync(cancel);
        return true;
    }

    private static JsonObject Open(JsonElement stored) => stored.ValueKind == JsonValueKind.Object ? JsonObject.Create(stored)! : [];

    private static IEnumerable<string> Changed(GeneralSettings before, GeneralSettings after)
    {
        if (before.SiteName != after.SiteName) yield return nameof(after.SiteName);
        if (before.BaseUrl != after.BaseUrl) yield return nameof(after.BaseUrl);
        if (before.TimeZoneId != after.TimeZoneId) yield return nameof(after.TimeZoneId);
        if (before.PageSize != after.PageSize) yield return nameof(after.PageSize);
    }

    private string? FindTheme(string name) => Directory.Exists(folders.Themes)
        ? Directory.EnumerateDirectories(folders.Themes).Select(folder => Path.GetFileName(folder)).FirstOrDefault(theme => theme.Equals(name, StringComparison.OrdinalIgnoreCase))
        : null;

    private void Require(Caller caller, string permission)
    {
        if (!access.Allows(caller, permission)) throw new ForbiddenException(permission);
    }
}
