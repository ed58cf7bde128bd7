using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Roles;

/// <summary>One permission on the form of a role.</summary>
/// <param name="Reason">The granted permission that implies this one, or null.</param>
/// <param name="IsOpen">Whether the editor may change it: nobody gives what they do not have.</param>
internal sealed record Grant(PermissionEntry Entry, bool IsGranted, string? Reason, bool IsOpen);

/// <summary>What a role allows.</summary>
[AdminPage(Permission = Permissions.ManageRoles)]
internal sealed class EditModel(RoleEditor roles, PermissionCatalogue catalogue, Access access, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public List<string?> Granted { get; set; } = [];

    [BindProperty]
    public string? Stamp { get; set; }

    public Role Role { get; private set; } = null!;

    public bool IsAdministrator => string.Equals(Role.Name, Caller.AdministratorRole, StringComparison.OrdinalIgnoreCase);

    /// <summary>Permissions of the role that no part of this site checks; they stay.</summary>
    public IReadOnlyList<string> Unknown { get; private set; } = [];

    public IReadOnlyList<PermissionGroup> Groups { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (Find() is not { } role) return NotFound();
        Show(role);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Find() is not { } role) return NotFound();
        // What the editor may not change is shown without a box that could be posted, so it is kept here.
        var closed = catalogue.Groups.SelectMany(group => group.Entries).Where(entry => role.Permissions.Contains(entry.Name) && !roles.MayGrant(HttpContext.GetCaller(), entry)).Select(entry => entry.Name);
        string[] granted = [.. Granted.OfType<string>().Concat(closed)];
        try
        {
            if (!await roles.SaveAsync(HttpContext.GetCaller(), Id, Stamp ?? "", Description?.Trim() ?? "", granted)) return NotFound();
        }
        catch (StaleVersionException)
        {
            Show(role with { Description = Description, Permissions = granted.ToHashSet(StringComparer.OrdinalIgnoreCase) });
            Stamp = role.Stamp;
            ModelState.Remove(nameof(Stamp));
            return this.ShowOvertaken();
        }

        TempData.Say(words["The role '{0}' was saved. It holds at once.", role.Name]);
        return Redirect("/Admin/Roles/Index");
    }

    public Grant Describe(PermissionEntry entry) => new(
        entry,
        Role.Permissions.Contains(entry.Name),
        PermissionCatalogue.FindReason(entry, Role.Permissions),
        roles.MayGrant(HttpContext.GetCaller(), entry));

    private void Show(Role role)
    {
        (Role, Stamp, Groups) = (role, role.Stamp, catalogue.Groups);
        var shown = Groups.SelectMany(group => group.Entries).Select(entry => entry.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Unknown = [.. role.Permissions.Where(name => !shown.Contains(name)).Order(StringComparer.OrdinalIgnoreCase)];
    }

    private Role? Find() => access.Roles.FirstOrDefault(role => string.Equals(role.Name, Id, StringComparison.OrdinalIgnoreCase));
}
