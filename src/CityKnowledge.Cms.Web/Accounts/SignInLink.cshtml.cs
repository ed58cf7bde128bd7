using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>
/// Where a one-time link leads. Opening it changes nothing, since mail programs open links by themselves; the button does.
/// </summary>
internal sealed class SignInLinkModel(StorageContext db, SignInManager<UserRow> users) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public bool IsValid { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        IsValid = Token.Length > 0 && await SignInLinks.IsValidAsync(db, Token);
        Response.StatusCode = IsValid ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await SignInLinks.TakeAsync(db, Token ?? "") is not { } user)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        await users.SignInAsync(user, isPersistent: false);
        return LocalRedirect("/ChangePassword");
    }
}
