using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Content.Security;

/// <summary>A role and what it allows.</summary>
public sealed record Role(string Name, string? Description, IReadOnlySet<string> Permissions)
{
    /// <summary>Differs whenever the role differs: pass it back with a change, so that nobody is overwritten.</summary>
    public string Stamp => StampOf(Description, Permissions);

    internal static string StampOf(string? description, IEnumerable<string> permissions) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{description}\n{string.Join('\n', permissions.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))}")))[..16];
}

/// <summary>Answers who may do what. Every door asks here, before the effect.</summary>
public sealed class Access(Store store)
{
    public const string SettingName = "Roles";
    private volatile IReadOnlyDictionary<string, Role> roles = new Dictionary<string, Role>();

    public IReadOnlyCollection<Role> Roles => [.. roles.Values];

    public async Task LoadAsync(CancellationToken cancel = default)
    {
        await using var db = store.OpenRead();
        var row = await db.Settings.AsNoTracking().FirstOrDefaultAsync(setting => setting.Name == SettingName, cancel);
        Replace(row is null ? default : JsonDocument.Parse(row.Body).RootElement);
    }

    /// <summary>Takes the roles from their stored form: <c>{ "Roles": [ { "Name", "Description", "Permissions": [] } ] }</c>.</summary>
    internal void Replace(JsonElement stored)
    {
        var list = stored.Get("Roles");
        roles = list.ValueKind != JsonValueKind.Array
            ? new Dictionary<string, Role>()
            : list.EnumerateArray().Select(ReadRole).ToDictionary(role => role.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Whether the caller holds a permission that is not about one item.</summary>
    public bool Allows(Caller caller, string permission)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.IsAdministrator || RolesOf(caller).Any(role => Permissions.Satisfied(permission, role.Permissions));
    }

    /// <summary>Whether the caller holds a content permission for every item of the type.</summary>
    public bool AllowsType(Caller caller, string permission, string type)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.IsAdministrator || RolesOf(caller).Any(role => Permissions.SatisfiedForType(permission, type, role.Permissions));
    }

    /// <summary>Whether the caller holds a content permission for this item, counting the forms for own content.</summary>
    public bool AllowsItem(Caller caller, string permission, ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(item);
        return AllowsType(caller, permission, item.ContentType)
            || (caller.UserId is not null && caller.UserId == item.Owner && AllowsType(caller, OwnForm(permission), item.ContentType));
    }

    /// <summary><c>EditContent</c> → <c>EditOwnContent</c>.</summary>
    public static string OwnForm(string permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        return permission.EndsWith("Content", StringComparison.Ordinal) ? permission[..^"Content".Length] + "OwnContent" : permission;
    }

    // Visitors' permissions hold for signed-in users too: nobody can be given less than a visitor.
    private IEnumerable<Role> RolesOf(Caller caller)
    {
        if (roles.TryGetValue(Caller.AnonymousRole, out var anonymous)) yield return anonymous;
        if (caller.UserId is not null && roles.TryGetValue(Caller.AuthenticatedRole, out var authenticated)) yield return authenticated;
        foreach (var name in caller.Roles)
        {
            if (roles.TryGetValue(name, out var role)) yield return role;
        }
    }

    private static Role ReadRole(JsonElement json) => new(
        json.Get("Name").AsText()!,
        json.Get("Description").AsText(),
        json.Get("Permissions").AsTexts().ToHashSet(StringComparer.OrdinalIgnoreCase));
}
