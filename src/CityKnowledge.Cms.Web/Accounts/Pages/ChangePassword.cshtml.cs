using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.SigningIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts.Pages;

/// <summary>Lets a signed-in person choose a first or another password.</summary>
[Authorize]
internal sealed class ChangePasswordModel(OwnAccount account, Entrance entrance, Words words) : PageModel
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    public bool HasPassword { get; private set; }

    public async Task OnGetAsync() => HasPassword = await account.FindAsync(HttpContext) is { PasswordHash: not null };

    public async Task<IActionResult> OnPostAsync()
    {
        if (await account.FindAsync(HttpContext) is not { } user) return Challenge();
        HasPassword = user.PasswordHash is not null;
        if (!await entrance.IsOwnerAsync(HttpContext, user, CurrentPassword)) ModelState.AddModelError(nameof(CurrentPassword), words["The present password is not right."]);
        if (ModelState.IsValid)
        {
            foreach (var problem in await account.SetPasswordAsync(HttpContext, NewPassword ?? "")) ModelState.AddModelError(nameof(NewPassword), problem);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        TempData.Say(words["Your new password is set. All your other sessions were ended."]);
        return LocalRedirect(HasPassword ? "/Account" : "/Admin");
    }
}
