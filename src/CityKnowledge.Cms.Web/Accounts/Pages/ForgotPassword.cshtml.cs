using CityKnowledge.Cms.Web.Accounts.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts.Pages;

/// <summary>Asks for a link with which to choose a new password. Nothing here tells whether there is such an account.</summary>
internal sealed class ForgotPasswordModel(Postage postage, Words words) : PageModel
{
    private const int Longest = 254;

    [BindProperty]
    public string? UserName { get; set; }

    public bool IsAsked { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (UserName?.Trim() is not { Length: > 0 and <= Longest } name)
        {
            ModelState.AddModelError(nameof(UserName), words["Enter your user name or mail address."]);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await postage.PostAskedAsync(HttpContext, name);
        IsAsked = true;
        return Page();
    }
}
