using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts.SigningIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts.Pages;

/// <summary>
/// Where a one-time link leads. Opening it changes nothing, since mail programs open links by themselves; the button does.
/// </summary>
internal sealed class SignInLinkModel(StorageContext db, Entrance entrance) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public bool IsValid { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        IsValid = await OneTimeLinks.FindAsync(db, Token ?? "", OneTimePurpose.SignInLink) is not null;
        Response.StatusCode = IsValid ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await OneTimeLinks.TakeAsync(db, Token ?? "", OneTimePurpose.SignInLink) is not { } user)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        await entrance.EnterByLinkAsync(HttpContext, user);
        return LocalRedirect("/ChangePassword");
    }
}
