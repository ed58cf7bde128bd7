using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Roles;

/// <summary>Asks before a role is deleted.</summary>
[AdminPage(Permission = Permissions.ManageRoles)]
internal sealed class DeleteModel(RoleEditor roles, Access access, StorageContext db, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (access.Roles.FirstOrDefault(role => string.Equals(role.Name, Id, StringComparison.OrdinalIgnoreCase)) is not { } role) return NotFound();
        Question = new Confirmation(
            words["Delete the role '{0}'?", role.Name],
            words["Users who hold it: {0}. They lose what it allows and have to sign in again.", await RoleEditor.CountUsersAsync(db, role.Name)],
            words["Delete"],
            "/Admin/Roles/Index");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await roles.DeleteAsync(HttpContext.GetCaller(), Id)) return NotFound();
        TempData.Say(words["The role was deleted."]);
        return Redirect("/Admin/Roles/Index");
    }
}
