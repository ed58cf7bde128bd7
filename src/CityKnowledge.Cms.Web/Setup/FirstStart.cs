using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;

namespace CityKnowledge.Cms.Web.Setup;

/// <summary>Sets the site up from its settings: settings, administrator and recipe in one transaction, or nothing.</summary>
internal sealed class FirstStart(AutoSetup setup, RecipeShelf shelf, RecipeRunner runner, Administrators administrators)
{
    /// <returns>The token of the one-time sign-in link; null when a password was given.</returns>
    /// <exception cref="RecipeException">The recipe is wrong; the site stays as it was.</exception>
    public async Task<string?> RunAsync(IProgress<RecipeProgress> progress, CancellationToken cancel)
    {
        using var recipe = await OpenAsync(cancel);
        var adminId = ContentId.New();
        var caller = new Caller(adminId, setup.AdminUsername, [Caller.AdministratorRole]);
        await using var session = await runner.BeginAsync(caller, cancel);
        var token = await administrators.AddAsync(session, adminId, setup.AdminUsername, setup.AdminEmail, setup.AdminPassword);
        await session.SetSettingAsync(CurrentSite.SettingName, NewSite(adminId), cancel);
        await session.SetSettingAsync(Access.SettingName, FirstRoles(), cancel);
        await runner.RunAsync(recipe, session, Parameters(session.Db, adminId), progress, cancel);
        return token;
    }

    private async Task<RecipeDocument> OpenAsync(CancellationToken cancel)
    {
        var known = await shelf.ListAsync(cancel);
        var found = known.FirstOrDefault(recipe => string.Equals(recipe.Name, setup.RecipeName, StringComparison.OrdinalIgnoreCase));
        return found is not null
            ? await shelf.OpenAsync(found, cancel)
            : throw new RecipeException(
                new RecipePlace("appsettings.json", Path: $"{AutoSetup.Section}:Tenants:0:RecipeName"),
                $"No recipe named '{setup.RecipeName}' was found in the folder Recipes. Known recipes: {string.Join(", ", known.Select(recipe => recipe.Name))}.");
    }

    private JsonObject NewSite(string adminId) => new()
    {
        ["SiteName"] = setup.SiteName,
        ["TimeZoneId"] = setup.SiteTimeZone,
        ["SuperUser"] = adminId,
    };

    // The two roles everybody holds without being given them; recipes change what they allow.
    private static JsonObject FirstRoles() => new()
    {
        ["Roles"] = new JsonArray(
            new JsonObject { ["Name"] = Caller.AdministratorRole, ["Description"] = "May do everything.", ["Permissions"] = new JsonArray() },
            new JsonObject { ["Name"] = Caller.AuthenticatedRole, ["Description"] = "Everyone who is signed in.", ["Permissions"] = new JsonArray(Permissions.ViewContent) },
            new JsonObject { ["Name"] = Caller.AnonymousRole, ["Description"] = "Everyone.", ["Permissions"] = new JsonArray(Permissions.ViewContent) }),
    };

    private RecipeParameters Parameters(StorageContext db, string adminId) => new()
    {
        ["SiteName"] = setup.SiteName,
        ["AdminUsername"] = setup.AdminUsername,
        ["AdminUserId"] = adminId,
        ["AdminEmail"] = setup.AdminEmail,
        ["AdminPassword"] = setup.AdminPassword,
        ["SiteTimeZone"] = setup.SiteTimeZone,
        ["DatabaseProvider"] = db is SqliteStorageContext ? "Sqlite" : "Postgres",
    };
}
