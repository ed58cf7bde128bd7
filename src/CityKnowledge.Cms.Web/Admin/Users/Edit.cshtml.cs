using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.Mail;
using CityKnowledge.Cms.Web.Accounts.SigningIn;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Users;

/// <summary>One user: name, address and roles, and what an administrator does for somebody who is locked out or leaves.</summary>
[AdminPage(Permission = Permissions.ViewUsers)]
internal sealed class EditModel(UserEditor editor, UserPageReader reader, UserLetters letters, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public List<string?> RoleNames { get; set; } = [];

    /// <summary>Which state of the user the form was made from.</summary>
    [BindProperty]
    public string? Stamp { get; set; }

    public UserView View { get; private set; } = null!;

    public UserForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel)) return NotFound();
        Stamp = View.User.ConcurrencyStamp;
        Form = UserForm.Of(View.User.UserName, View.User.Email, View.User.RoleNames, View.Assignable, View.User.RoleNames);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var result = await editor.SaveAsync(HttpContext.GetCaller(), Id, Stamp, UserForm.Read(UserName, Email, RoleNames));
        if (result is { UserId: not null })
        {
            await letters.KeepOwnSessionAsync(HttpContext, Id);
            TempData.Say(words["Saved. '{0}' has to sign in again.", UserName!.Trim()]);
            return Redirect($"/Admin/Users/Edit/{Id}");
        }

        if (result is null || !await LoadAsync(cancel)) return NotFound();
        Form = UserForm.Of(UserName, Email, RoleNames, View.Assignable, View.User.RoleNames);
        return Refuse(result);
    }

    public Task<IActionResult> OnPostEnableAsync(CancellationToken cancel) => DoAsync(editor.EnableAsync(HttpContext.GetCaller(), Id, enabled: true), words["The account is enabled."], cancel);

    public Task<IActionResult> OnPostDisableAsync(CancellationToken cancel) => DoAsync(editor.EnableAsync(HttpContext.GetCaller(), Id, enabled: false), words["The account is disabled, and its sessions were ended."], cancel);

    public Task<IActionResult> OnPostResetTwoFactorAsync(CancellationToken cancel) => DoAsync(editor.ResetTwoFactorAsync(HttpContext.GetCaller(), Id), words["The second step and all passkeys were taken away."], cancel);

    public Task<IActionResult> OnPostSignOutAsync(CancellationToken cancel) => DoAsync(editor.SignOutEverywhereAsync(HttpContext.GetCaller(), Id), words["All sessions of this user were ended."], cancel);

    public async Task<IActionResult> OnPostSendLinkAsync()
    {
        if (await letters.SendLinkAsync(HttpContext, Id) is not { } sent) return NotFound();
        if (sent) TempData.Say(words["The mail with the link is on its way."]);
        else TempData.Warn(words["The mail could not be sent: too many mails wait, or the account is disabled."]);
        return Redirect($"/Admin/Users/Edit/{Id}");
    }

    private async Task<IActionResult> DoAsync(Task<UserResult?> deed, string done, CancellationToken cancel)
    {
        var result = await deed;
        if (result is null) return NotFound();
        if (result.UserId is null)
        {
            if (!await LoadAsync(cancel)) return NotFound();
            Stamp = View.User.ConcurrencyStamp;
            Form = UserForm.Of(View.User.UserName, View.User.Email, View.User.RoleNames, View.Assignable, View.User.RoleNames);
            return Refuse(result);
        }

        await letters.KeepOwnSessionAsync(HttpContext, Id);
        TempData.Say(done);
        return Redirect($"/Admin/Users/Edit/{Id}");
    }

    private PageResult Refuse(UserResult result)
    {
        foreach (var problem in result.Problems) ModelState.AddModelError(problem.Field, problem.Message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await reader.FindAsync(HttpContext.GetCaller(), Id, cancel) is not { } view) return false;
        View = view;
        return true;
    }
}
