using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>Says who may do what to whose account: only administrators give or touch the rights of administrators.</summary>
internal sealed class UserRights(Access access)
{
    /// <exception cref="ForbiddenException">The caller lacks the permission.</exception>
    public void Demand(Caller caller, string permission)
    {
        if (!access.Allows(caller, permission)) throw new ForbiddenException(permission);
    }

    /// <exception cref="ForbiddenException">The caller may not do this to this user.</exception>
    public void Demand(Caller caller, string permission, UserRow user)
    {
        Demand(caller, permission);
        if (!MayTouch(caller, user)) throw new ForbiddenException(Permissions.SiteOwner);
    }

    public bool Allows(Caller caller, string permission, UserRow user) => access.Allows(caller, permission) && MayTouch(caller, user);

    /// <summary>The roles the caller may give to this user and take away, by name.</summary>
    public IReadOnlyList<Role> AssignableRoles(Caller caller, string? userId) =>
        // Who is no administrator changes no own role: it would be the first step up.
        !access.Allows(caller, Permissions.AssignRoleToUsers) || (userId == caller.UserId && !IsAdministrator(caller)) ? []
        : [.. access.Roles.Where(role => !IsImplicit(role.Name) && (IsAdministrator(caller) || !IsAdministrative(role))).OrderBy(role => role.Name, StringComparer.OrdinalIgnoreCase)];

    private bool MayTouch(Caller caller, UserRow user) => IsAdministrator(caller) || !IsAdministrator(new Caller(user.Id, user.UserName, user.RoleNames));

    private bool IsAdministrator(Caller caller) => access.Allows(caller, Permissions.SiteOwner);

    private static bool IsAdministrative(Role role) =>
        string.Equals(role.Name, Caller.AdministratorRole, StringComparison.OrdinalIgnoreCase) || role.Permissions.Contains(Permissions.SiteOwner);

    private static bool IsImplicit(string role) =>
        string.Equals(role, Caller.AnonymousRole, StringComparison.OrdinalIgnoreCase) || string.Equals(role, Caller.AuthenticatedRole, StringComparison.OrdinalIgnoreCase);
}
