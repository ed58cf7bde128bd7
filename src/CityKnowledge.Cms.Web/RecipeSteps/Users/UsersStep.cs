using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.RecipeSteps.Users;

/// <summary>Adds accounts and changes them; password hashes in the form of ASP.NET Core Identity move with their users.</summary>
internal sealed class UsersStep : RecipeStep
{
    public override string Name => "Users";

    public override async Task RunAsync(StepRun run, CancellationToken cancel)
    {
        var users = run.Json.Get("Users");
        if (users.ValueKind != JsonValueKind.Array) throw run.Error("Users", "The step needs an array 'Users'.");
        var place = 0;
        foreach (var json in users.EnumerateArray())
        {
            await SaveAsync(run, json, string.Create(CultureInfo.InvariantCulture, $"Users[{place++}]"), cancel);
        }
    }

    private static async Task SaveAsync(StepRun run, JsonElement json, string path, CancellationToken cancel)
    {
        if (json.Get("UserName").AsText() is not { Length: > 0 } name) return;
        var (id, normalized) = (json.Get("UserId").AsText(), Normalize(name));
        var db = run.Session.Db;
        var namesake = await db.Users.FirstOrDefaultAsync(user => user.NormalizedUserName == normalized, cancel);
        var user = string.IsNullOrEmpty(id) ? namesake : await db.Users.FindAsync([id], cancel);
        if (namesake is not null && namesake != user) throw run.Error($"{path}.UserName", $"The user name '{name}' belongs to another user ({namesake.Id}).");
        if (user is null) db.Users.Add(user = new UserRow { Id = string.IsNullOrEmpty(id) ? ContentId.New() : id, LockoutEnabled = true });
        (user.UserName, user.NormalizedUserName) = (name, normalized);
        Fill(run, user, json, path);
        await db.SaveChangesAsync(cancel);
        run.Session.RecordUser(user.Id);
    }

    private static void Fill(StepRun run, UserRow user, JsonElement json, string path)
    {
        if (Has(json, "Email")) (user.Email, user.NormalizedEmail) = (json.Get("Email").AsText(), Normalize(json.Get("Email").AsText()));
        if (Has(json, "PasswordHash")) user.PasswordHash = CheckHash(run, json.Get("PasswordHash").AsText(), $"{path}.PasswordHash");
        user.EmailConfirmed = json.Get("EmailConfirmed").AsFlag() ?? user.EmailConfirmed;
        user.PhoneNumber = Has(json, "PhoneNumber") ? json.Get("PhoneNumber").AsText() : user.PhoneNumber;
        user.PhoneNumberConfirmed = json.Get("PhoneNumberConfirmed").AsFlag() ?? user.PhoneNumberConfirmed;
        user.TwoFactorEnabled = json.Get("TwoFactorEnabled").AsFlag() ?? user.TwoFactorEnabled;
        user.LockoutEnabled = json.Get("IsLockoutEnabled").AsFlag() ?? user.LockoutEnabled;
        user.IsEnabled = json.Get("IsEnabled").AsFlag() ?? user.IsEnabled;
        user.AccessFailedCount = (int?)json.Get("AccessFailedCount").AsNumber() ?? user.AccessFailedCount;
        if (Has(json, "RoleNames")) user.RoleNames = [.. json.Get("RoleNames").AsTexts()];
        user.SecurityStamp = json.Get("SecurityStamp").AsText() is { Length: > 0 } stamp ? stamp : user.SecurityStamp ?? Guid.NewGuid().ToString("N");
    }

    // A hash in another form would fail at the user's sign-in, where nobody can tell why.
    private static string? CheckHash(StepRun run, string? hash, string path)
    {
        if (string.IsNullOrEmpty(hash)) return null;
        var bytes = new byte[hash.Length];
        return Convert.TryFromBase64String(hash, bytes, out var length) && length > 16 && bytes[0] is 0 or 1
            ? hash
            : throw run.Error(path, "This is no password hash of ASP.NET Core Identity (base64 that begins with a version byte).");
    }

    private static bool Has(JsonElement json, string member) => json.Get(member).ValueKind != JsonValueKind.Undefined;

    private static string? Normalize(string? name) => name?.Normalize().ToUpperInvariant();
}
