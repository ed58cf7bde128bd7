using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Roles;

/// <summary>Makes a role; what it allows is ticked on the next page.</summary>
[AdminPage(Permission = Permissions.ManageRoles)]
internal sealed class CreateModel(RoleEditor roles, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        var name = Name?.Trim() ?? "";
        var problems = await roles.CreateAsync(HttpContext.GetCaller(), name, Description?.Trim() ?? "", []);
        if (problems.Count == 0)
        {
            TempData.Say(words["The role '{0}' was made. Tick what it allows.", name]);
            return Redirect($"/Admin/Roles/Edit/{Uri.EscapeDataString(name)}");
        }

        foreach (var problem in problems) ModelState.AddModelError(problem.Path, problem.Message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
