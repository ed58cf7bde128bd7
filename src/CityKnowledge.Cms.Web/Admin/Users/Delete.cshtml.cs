using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Users;

/// <summary>Asks before an account is deleted.</summary>
[AdminPage(Permission = Permissions.DeleteUsers)]
internal sealed class DeleteModel(UserEditor editor, AccountChanges accounts, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public Confirmation Question { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await accounts.FindAsync(Id) is not { } user) return NotFound();
        Question = new Confirmation(
            words["Delete the user '{0}'?", user.UserName!],
            words["The account cannot be brought back. What this person wrote stays."],
            words["Delete"],
            $"/Admin/Users/Edit/{Id}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await editor.DeleteAsync(HttpContext.GetCaller(), Id) is not { } result) return NotFound();
        if (result.UserId is not null)
        {
            TempData.Say(words["The user was deleted."]);
            return Redirect("/Admin/Users/Index");
        }

        TempData.Warn(result.Problems[0].Message);
        return Redirect($"/Admin/Users/Edit/{Id}");
    }
}
