using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Security;

/// <summary>Makes, changes and deletes roles in the name of a caller: nobody gives what they do not have themselves.</summary>
public sealed class RoleEditor(ContentSessions sessions, Access access, PermissionCatalogue catalogue)
{
    private const int LongestName = 60;
    private const string Category = "Role";

    /// <summary>Makes a role.</summary>
    /// <exception cref="ForbiddenException">The caller may not change roles, or lacks one of the permissions.</exception>
    public async Task<IReadOnlyList<ContentProblem>> CreateAsync(Caller caller, string name, string description, IReadOnlyCollection<string> permissions)
    {
        Demand(caller);
        if (name.Length is 0 or > LongestName || name.Any(letter => char.IsControl(letter) || letter is '/' or '\\' or '"')) return [new ContentProblem("Name", $"A name has 1 to {LongestName} characters, without slashes and quotes.")];
        await using var session = await sessions.BeginAsync(caller);
        var roles = await ReadAsync(session);
        if (Find(roles, name) is not null) return [new ContentProblem("Name", $"There is a role of this name already.")];
        var role = new JsonObject { ["Name"] = name };
        roles.Add((JsonNode)role);
        await FillAsync(session, roles, role, description, permissions);
        session.Note(Category, "Created", name, detail: string.Join(", ", permissions));
        await session.CommitAsync();
        return [];
    }

    /// <summary>Changes what a role allows. Permissions that no screen shows stay as they are.</summary>
    /// <param name="stamp">See <see cref="Role.Stamp"/>.</param>
    /// <returns>False when there is no such role.</returns>
    /// <exception cref="ForbiddenException">The caller may not change roles, or lacks one of the changed permissions.</exception>
    /// <exception cref="StaleVersionException">Someone else changed the role meanwhile.</exception>
    public async Task<bool> SaveAsync(Caller caller, string name, string stamp, string description, IReadOnlyCollection<string> permissions)
    {
        Demand(caller);
        await using var session = await sessions.BeginAsync(caller);
        var roles = await ReadAsync(session);
        if (Find(roles, name) is not { } role) return false;
        if (Role.StampOf((string?)role["Description"], PermissionsOf(role)) != stamp) throw new StaleVersionException(name);
        await FillAsync(session, roles, role, description, permissions);
        session.Note(Category, "Updated", (string)role["Name"]!, detail: string.Join(", ", permissions));
        await session.CommitAsync();
        return true;
    }

    /// <summary>Deletes a role and takes it from its users, whose sessions end.</summary>
    /// <returns>False when there is no such role.</returns>
    /// <exception cref="ForbiddenException">The role belongs to the system, or the caller lacks one of its permissions.</exception>
    public async Task<bool> DeleteAsync(Caller caller, string name)
    {
        Demand(caller);
        await using var session = await sessions.BeginAsync(caller);
        var roles = await ReadAsync(session);
        if (Find(roles, name) is not { } role) return false;
        var stored = (string)role["Name"]!;
        if (IsSystem(stored)) throw new ForbiddenException(Permissions.ManageRoles);
        DemandEach(caller, PermissionsOf(role));
        roles.Remove(role);
        await session.SetSettingAsync(Access.SettingName, new JsonObject { ["Roles"] = roles });
        foreach (var user in await session.Db.Users.Where(user => user.RoleNames.Contains(stored)).ToListAsync()) TakeFrom(session, user, stored);
        session.Note(Category, "Deleted", stored);
        await session.CommitAsync();
        return true;
    }

    /// <summary>How many users hold the role.</summary>
    public static Task<int> CountUsersAsync(StorageContext db, string role)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Users.CountAsync(user => user.RoleNames.Contains(role));
    }

    /// <summary>Whether the role cannot be deleted.</summary>
    public static bool IsSystem(string role) =>
        new[] { Caller.AdministratorRole, Caller.AuthenticatedRole, Caller.AnonymousRole }.Contains(role, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the caller may tick or clear this permission.</summary>
    public bool MayGrant(Caller caller, PermissionEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return PermissionCatalogue.Holds(access, caller, entry);
    }

    private void Demand(Caller caller)
    {
        if (!access.Allows(caller, Permissions.ManageRoles)) throw new ForbiddenException(Permissions.ManageRoles);
    }

    private void DemandEach(Caller caller, IEnumerable<string> permissions)
    {
        var entries = catalogue.Groups.SelectMany(group => group.Entries).ToDictionary(entry => entry.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var permission in permissions)
        {
            var entry = entries.GetValueOrDefault(permission) ?? new PermissionEntry(permission, "");
            if (!MayGrant(caller, entry)) throw new ForbiddenException(permission);
        }
    }

    private async Task FillAsync(ContentSession session, JsonArray roles, JsonObject role, string description, IReadOnlyCollection<string> permissions)
    {
        role["Description"] = description;
        var shown = catalogue.Groups.SelectMany(group => group.Entries).Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var former = PermissionsOf(role).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var next = former.Where(name => !shown.Contains(name)).Concat(permissions.Where(shown.Contains)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        DemandEach(session.Caller, former.Except(next, StringComparer.OrdinalIgnoreCase).Concat(next.Except(former, StringComparer.OrdinalIgnoreCase)));
        // The administrator may do everything; a list would only look as if it mattered.
        if (string.Equals((string)role["Name"]!, Caller.AdministratorRole, StringComparison.OrdinalIgnoreCase)) next = former;
        role["Permissions"] = new JsonArray([.. next.Order(StringComparer.OrdinalIgnoreCase).Select(name => (JsonNode)name)]);
        await session.SetSettingAsync(Access.SettingName, new JsonObject { ["Roles"] = roles });
    }

    private static void TakeFrom(ContentSession session, UserRow user, string role)
    {
        user.RoleNames = [.. user.RoleNames.Where(name => name != role)];
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        session.RecordUser(user.Id);
    }

    private static IEnumerable<string> PermissionsOf(JsonObject role) => role["Permissions"]?.AsArray().Select(name => (string)name!) ?? [];

    private static JsonObject? Find(JsonArray roles, string name) =>
        roles.OfType<JsonObject>().FirstOrDefault(role => string.Equals((string?)role["Name"], name, StringComparison.OrdinalIgnoreCase));

    private static async Task<JsonArray> ReadAsync(ContentSession session)
    {
        var stored = (await session.GetSettingAsync(Access.SettingName)).Get("Roles");
        return stored.ValueKind == System.Text.Json.JsonValueKind.Array ? JsonArray.Create(stored)! : [];
    }
}
