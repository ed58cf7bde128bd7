using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Settings;

namespace CityKnowledge.Cms.Web.RecipeSteps.Settings;

/// <summary>Changes the site's settings; a settings group is replaced as a whole.</summary>
internal sealed class SettingsStep : RecipeStep
{
    public override string Name => "settings";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        if (run.Json.Get("TimeZoneId").AsText() is { Length: > 0 } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            throw run.Error("TimeZoneId", $"There is no time zone '{zone}'. Right would be a name of the IANA database such as UTC or Asia/Bangkok.");
        }

        var stored = await run.Session.GetSettingAsync(CurrentSite.SettingName, cancel);
        var site = stored.ValueKind == JsonValueKind.Object ? JsonObject.Create(stored)! : [];
        foreach (var member in run.Json.EnumerateObject())
        {
            if (member.Name != "name") site[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        await run.Session.SetSettingAsync(CurrentSite.SettingName, site, cancel);
    }
}
