using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Web.RecipeSteps.Roles;

/// <summary>Adds roles and changes what they allow.</summary>
internal sealed class RolesStep : RecipeStep
{
    private enum Behavior
    {
        Replace,
        Add,
        Remove,
    }

    private const string RoleName = "Name";

    public override string Name => "Roles";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var stored = await run.Session.GetSettingAsync(Access.SettingName, cancel);
        var roles = stored.Get("Roles").ValueKind == JsonValueKind.Array ? JsonArray.Create(stored.Get("Roles"))! : [];
        var incoming = run.Json.Get("Roles");
        if (incoming.ValueKind != JsonValueKind.Array) throw run.Error("Roles", "The step needs an array 'Roles'.");
        var place = 0;
        foreach (var role in incoming.EnumerateArray())
        {
            Merge(run, roles, role, string.Create(CultureInfo.InvariantCulture, $"Roles[{place++}]"));
        }

        await run.Session.SetSettingAsync(Access.SettingName, new JsonObject { ["Roles"] = roles }, cancel);
    }

    private static void Merge(StepRun run, JsonArray roles, JsonElement incoming, string path)
    {
        if (incoming.Get(RoleName).AsText() is not { Length: > 0 } name) throw run.Error($"{path}.Name", "A role needs a Name.");
        var role = roles.OfType<JsonObject>().FirstOrDefault(known => string.Equals((string?)known[RoleName], name, StringComparison.OrdinalIgnoreCase));
        if (role is null) roles.Add((JsonNode)(role = new JsonObject { [RoleName] = name, ["Permissions"] = new JsonArray() }));
        if (incoming.Get("Description").AsText() is { } description) role["Description"] = description;
        // The administrator may do everything; a list would only look as if it mattered.
        if (string.Equals(name, Caller.AdministratorRole, StringComparison.OrdinalIgnoreCase)) return;
        var present = role["Permissions"]!.AsArray().Select(permission => (string)permission!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var listed = incoming.Get("Permissions").AsTexts();
        switch (ReadBehavior(run, incoming, path))
        {
            case Behavior.Add:
                present.UnionWith(listed);
                break;
            case Behavior.Remove:
                present.ExceptWith(listed);
                break;
            default:
                present = listed.ToHashSet(StringComparer.OrdinalIgnoreCase);
                break;
        }

        role["Permissions"] = new JsonArray([.. present.Order(StringComparer.OrdinalIgnoreCase).Select(permission => (JsonNode)permission)]);
    }

    // Orchard reads the name of a choice and its number.
    private static Behavior ReadBehavior(StepRun run, JsonElement incoming, string path) => incoming.Get("PermissionBehavior").AsText() switch
    {
        null or "" => Behavior.Replace,
        var text when Enum.TryParse<Behavior>(text, ignoreCase: true, out var behavior) && Enum.IsDefined(behavior) => behavior,
        var text => throw run.Error($"{path}.PermissionBehavior", $"'{text}' is not allowed. Allowed: {string.Join(", ", Enum.GetNames<Behavior>())}."),
    };
}
