using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Web.RecipeSteps.Feature;

/// <summary>
/// Keeps the list of Orchard features a recipe asks for. Everything this site can do is always on; the list is there for
/// exports and for themes that ask.
/// </summary>
internal sealed class FeatureStep : RecipeStep
{
    private const string SettingName = "Features";

    public override string Name => "feature";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var stored = await run.Session.GetSettingAsync(SettingName, cancel);
        var enabled = stored.Get("Enabled").AsTexts().ToHashSet(StringComparer.OrdinalIgnoreCase);
        enabled.UnionWith(run.Json.Get("enable").AsTexts().Where(IsKnown));
        enabled.ExceptWith(run.Json.Get("disable").AsTexts());
        var list = enabled.Order(StringComparer.OrdinalIgnoreCase).Select(id => (JsonNode)id).ToArray();
        await run.Session.SetSettingAsync(SettingName, new JsonObject { ["Enabled"] = new JsonArray(list) }, cancel);
    }

    private static bool IsKnown(string id) => id.StartsWith("OrchardCore.", StringComparison.OrdinalIgnoreCase);
}
