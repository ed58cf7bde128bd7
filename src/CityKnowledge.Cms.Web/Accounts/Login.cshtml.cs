using System.ComponentModel.DataAnnotations;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>The sign-in form.</summary>
internal sealed class LoginModel(SignInManager<UserRow> users) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter your user name.")]
    public string UserName { get; set; } = "";

    [BindProperty, Required(ErrorMessage = "Enter your password.")]
    public string Password { get; set; } = "";

    [BindProperty]
    public bool RememberMe { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        var result = await users.PasswordSignInAsync(UserName, Password, RememberMe, lockoutOnFailure: true);
        if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/Admin");
        // One message for unknown names and wrong passwords: names of accounts are nobody's business.
        ModelState.AddModelError("", result.IsLockedOut
            ? "Too many attempts. Wait five minutes and try again."
            : "User name or password is not right.");
        return Page();
    }
}
