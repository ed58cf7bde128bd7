using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Settings;

namespace CityKnowledge.Cms.Web.RecipeSteps.Themes;

/// <summary>Chooses the theme of the site.</summary>
internal sealed class ThemesStep(SiteFolders folders) : RecipeStep
{
    public override string Name => "themes";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var stored = await run.Session.GetSettingAsync(CurrentSite.SettingName, cancel);
        var site = stored.ValueKind == JsonValueKind.Object ? JsonObject.Create(stored)! : [];
        if (run.Json.Get("site").AsText() is { Length: > 0 } theme)
        {
            // Recipes made for Orchard name themes that are not here: the site keeps the one it has.
            if (Known().Contains(theme, StringComparer.OrdinalIgnoreCase)) site["CurrentThemeName"] = theme;
            else run.Warn($"There is no theme '{theme}': the present one stays. Themes here: {string.Join(", ", Known())}.");
        }

        if (run.Json.Get("admin").AsText() is { Length: > 0 } admin) site["CurrentAdminThemeName"] = admin;
        await run.Session.SetSettingAsync(CurrentSite.SettingName, site, cancel);
    }

    private IEnumerable<string> Known() => Directory.Exists(folders.Themes)
        ? Directory.EnumerateDirectories(folders.Themes).Select(folder => Path.GetFileName(folder)).Order(StringComparer.OrdinalIgnoreCase)
        : [];
}
