using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Roles;

/// <summary>The list of roles.</summary>
[AdminPage(Permission = Permissions.ManageRoles, Menu = "Roles", Group = MenuGroup.People, Order = 20)]
internal sealed class IndexModel(Access access) : PageModel
{
    public IReadOnlyList<Role> Roles => [.. access.Roles.OrderBy(role => role.Name, StringComparer.OrdinalIgnoreCase)];

    public bool MayListUsers => access.Allows(HttpContext.GetCaller(), Permissions.ListUsers);

    public static bool IsAdministrator(Role role) => string.Equals(role.Name, Caller.AdministratorRole, StringComparison.OrdinalIgnoreCase);
}
