using CityKnowledge.Cms.Web.Accounts.SigningIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts.Pages;

/// <summary>The sign-in form.</summary>
internal sealed class LoginModel(Entrance entrance, EnabledUsers users, Words words) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public bool RememberMe { get; set; }

    /// <summary>What the browser answered to the challenge for a passkey.</summary>
    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(UserName)) ModelState.AddModelError(nameof(UserName), words["Enter your user name or mail address."]);
        if (string.IsNullOrEmpty(Password)) ModelState.AddModelError(nameof(Password), words["Enter your password."]);
        if (!ModelState.IsValid) return Refuse();
        var entry = await entrance.TryPasswordAsync(HttpContext, UserName!.Trim(), Password!, RememberMe);
        return entry switch
        {
            Entry.Done => LocalRedirect(Target),
            Entry.SecondStep => RedirectToPage("/Accounts/Pages/SecondStep", new { ReturnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null, RememberMe = RememberMe ? "true" : null }),
            _ => Refuse(entry),
        };
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await users.MakePasskeyRequestOptionsAsync(user: null), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync()
    {
        var entry = await entrance.TryPasskeyAsync(HttpContext, Credential ?? "");
        if (entry == Entry.Done) return LocalRedirect(Target);
        if (entry == Entry.Disabled) return Refuse(entry);
        ModelState.AddModelError("", words["This passkey does not open an account here. Sign in with your password, or try again."]);
        return Refuse();
    }

    private string Target => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/Admin";

    // One message for unknown names and wrong passwords: names of accounts are nobody's business.
    private PageResult Refuse(Entry entry)
    {
        ModelState.AddModelError("", entry switch
        {
            Entry.TooMany => words["Too many attempts. Wait five minutes and try again, or ask for a new password by mail."],
            Entry.Disabled => words["This account is disabled. Ask an administrator."],
            _ => words["User name or password is not right."],
        });
        return Refuse();
    }

    private PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
