using CityKnowledge.Cms.Web.Accounts.SigningIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts.Pages;

/// <summary>Asks for the code of the app, or for a recovery code, after the password was right.</summary>
internal sealed class SecondStepModel(Entrance entrance, EnabledUsers users, Words words) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool RememberMe { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await users.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Accounts/Pages/Login", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Code)) return Refuse(words["Enter the code."]);
        return await entrance.TryCodeAsync(HttpContext, Code.Trim(), RememberMe) switch
        {
            Entry.Done => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/Admin"),
            Entry.Expired => RedirectToPage("/Accounts/Pages/Login", new { ReturnUrl }),
            Entry.TooMany => Refuse(words["Too many codes were tried. Wait an hour and try again, or ask an administrator."]),
            _ => Refuse(words["This code is not right. Codes of the app change every 30 seconds; those and recovery codes work once."]),
        };
    }

    private PageResult Refuse(string message)
    {
        ModelState.AddModelError(nameof(Code), message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
