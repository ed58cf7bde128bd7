using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.SigningIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts.Pages;

/// <summary>Where the links of mails lead: one chooses a first or another password. Opening the page changes nothing, since mail programs open links by themselves.</summary>
internal sealed class ResetPasswordModel(OwnAccount account, Entrance entrance, EnabledUsers users, Words words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    /// <summary>Whose link it is; null when it does not work any more.</summary>
    public UserRow? Owner { get; private set; }

    public bool IsInvitation { get; private set; }

    public async Task OnGetAsync() => await FindAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } purpose) return Page();
        var (user, problems) = await account.SetPasswordByLinkAsync(HttpContext, Token!, purpose, NewPassword ?? "");
        if (user is not null) return await GoOnAsync(user);
        if (problems.Count == 0) Owner = null;
        foreach (var problem in problems) ModelState.AddModelError(nameof(NewPassword), problem);
        Response.StatusCode = problems.Count == 0 ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest;
        return Page();
    }

    // The mailbox was proved. With a second step that is not enough, so then one signs in as usual.
    private async Task<IActionResult> GoOnAsync(UserRow user)
    {
        if (IsInvitation && !user.TwoFactorEnabled)
        {
            await entrance.EnterByLinkAsync(HttpContext, user);
            TempData.Say(words["Welcome! Your password is set."]);
            return LocalRedirect("/Admin");
        }

        entrance.Remember(HttpContext, user);
        await users.SignOutAsync();
        TempData.Say(words["Your new password is set. Sign in with it."]);
        return LocalRedirect("/Login");
    }

    private async Task<OneTimePurpose?> FindAsync()
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if (await account.FindByLinkAsync(Token ?? "") is not var (user, purpose))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            return null;
        }

        (Owner, IsInvitation) = (user, purpose == OneTimePurpose.Invitation);
        return purpose;
    }
}
