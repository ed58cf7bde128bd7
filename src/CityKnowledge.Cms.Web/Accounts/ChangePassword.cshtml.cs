using System.ComponentModel.DataAnnotations;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>Lets a signed-in person choose a first or another password.</summary>
[Authorize]
internal sealed class ChangePasswordModel(UserManager<UserRow> users, SignInManager<UserRow> signIn) : PageModel
{
    [BindProperty]
    public string? CurrentPassword { get; set; }

    [BindProperty, Required(ErrorMessage = "Enter a password.")]
    public string NewPassword { get; set; } = "";

    public bool HasPassword { get; private set; }

    public async Task OnGetAsync() => HasPassword = await users.GetUserAsync(User) is { PasswordHash: not null };

    public async Task<IActionResult> OnPostAsync()
    {
        if (await users.GetUserAsync(User) is not { } user) return Challenge();
        HasPassword = user.PasswordHash is not null;
        if (!ModelState.IsValid) return Page();
        var result = HasPassword
            ? await users.ChangePasswordAsync(user, CurrentPassword ?? "", NewPassword)
            : await users.AddPasswordAsync(user, NewPassword);
        foreach (var error in result.Errors) ModelState.AddModelError("", error.Description);
        if (!result.Succeeded) return Page();
        await signIn.RefreshSignInAsync(user);
        return LocalRedirect("/Admin");
    }
}
