using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.Mail;
using CityKnowledge.Cms.Web.Admin.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Users;

/// <summary>Invites someone: the account is made here, its password is chosen by its owner.</summary>
[AdminPage(Permission = Permissions.ManageUsers)]
internal sealed class CreateModel(UserEditor editor, UserRights rights, Postage postage, MailSettings mail, IStringLocalizer<AdminTexts> words) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public List<string?> RoleNames { get; set; } = [];

    public UserForm Form => UserForm.Of(UserName, Email, RoleNames, rights.AssignableRoles(HttpContext.GetCaller(), userId: null), []);

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await editor.InviteAsync(HttpContext.GetCaller(), UserForm.Read(UserName, Email, RoleNames));
        if (result.UserId is not { } id)
        {
            foreach (var problem in result.Problems) ModelState.AddModelError(problem.Field, problem.Message);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var name = UserName!.Trim();
        if (!await postage.PostAsync(HttpContext, LetterKind.Invitation, id)) TempData.Warn(words["'{0}' was made, but the mail could not be sent: too many mails wait. Send the link again later.", name]);
        else if (mail.HasServer) TempData.Say(words["'{0}' is invited. The mail with the link is on its way.", name]);
        else TempData.Warn(words["'{0}' is invited, but no mail server is set: the mail with the link lies in the folder {1} of the server.", name, mail.Folder]);
        if (!RoleNames.Any(role => !string.IsNullOrWhiteSpace(role))) TempData.Warn(words["'{0}' has no role, and can only look at the site. Roles are chosen below.", name]);
        return Redirect($"/Admin/Users/Edit/{id}");
    }
}
