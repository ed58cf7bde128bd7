using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.Mail;
using CityKnowledge.Cms.Web.Accounts.SigningIn;

namespace CityKnowledge.Cms.Web.Admin.Users;

/// <summary>Sends links to users for an administrator.</summary>
internal sealed class UserLetters(AccountChanges accounts, UserRights rights, Postage postage, EnabledUsers signIn)
{
    /// <summary>Sends the invitation again, or a link for a new password.</summary>
    /// <returns>Whether it is on its way; null when there is no such user.</returns>
    public async Task<bool?> SendLinkAsync(HttpContext context, string id)
    {
        var caller = context.GetCaller();
        rights.Demand(caller, Permissions.EditUsers);
        if (await accounts.FindAsync(id) is not { } user) return null;
        rights.Demand(caller, Permissions.EditUsers, user);
        if (!user.IsEnabled) return false;
        var kind = user is { PasswordHash: null, EmailConfirmed: false } ? LetterKind.Invitation : LetterKind.Reset;
        return await postage.PostAsync(context, kind, id);
    }

    /// <summary>Who changed the own account goes on working; only the other sessions end.</summary>
    public async Task KeepOwnSessionAsync(HttpContext context, string id)
    {
        if (context.GetCaller().UserId != id) return;
        if (await accounts.FindAsync(id) is { } user) await signIn.RefreshSignInAsync(user);
    }
}
