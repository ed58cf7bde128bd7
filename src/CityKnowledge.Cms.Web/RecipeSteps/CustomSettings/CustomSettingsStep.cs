using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Settings;

namespace CityKnowledge.Cms.Web.RecipeSteps.CustomSettings;

/// <summary>Keeps content items of settings types in the site's settings, each under the name of its type.</summary>
internal sealed class CustomSettingsStep : RecipeStep
{
    public override string Name => "custom-settings";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var stored = await run.Session.GetSettingAsync(CurrentSite.SettingName, cancel);
        var site = stored.ValueKind == JsonValueKind.Object ? JsonObject.Create(stored)! : [];
        foreach (var member in run.Json.EnumerateObject().Where(member => member.Name != "name"))
        {
            if (member.Value.ValueKind != JsonValueKind.Object) throw run.Error(member.Name, "A settings type needs a content item: a JSON object.");
            site[member.Name] = JsonNode.Parse(member.Value.GetRawText());
        }

        await run.Session.SetSettingAsync(CurrentSite.SettingName, site, cancel);
    }
}
