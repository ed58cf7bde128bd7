using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.Mail;
using CityKnowledge.Cms.Web.Accounts.SigningIn;
using CityKnowledge.Cms.Web.Accounts.Throttling;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>What people change about their own account. All other sessions of theirs end; the one at hand goes on.</summary>
internal sealed class OwnAccount(AccountChanges changes, EnabledUsers signIn, SignInThrottle throttle, Postage postage)
{
    private static readonly OneTimePurpose[] PasswordLinks = [OneTimePurpose.Invitation, OneTimePurpose.Reset];

    /// <summary>Who is signed in, as of now.</summary>
    public async Task<UserRow?> FindAsync(HttpContext context) =>
        context.GetCaller().UserId is { } id ? await changes.FindAsync(id) : null;

    /// <summary>Gives the signed-in user another password.</summary>
    /// <returns>What is wrong with it.</returns>
    public async Task<IReadOnlyList<string>> SetPasswordAsync(HttpContext context, string password)
    {
        await using var change = await changes.BeginAsync(context.GetCaller());
        if (await FindAsync(context, change) is not { } user) return [];
        if (await ReplacePasswordAsync(change, user, password) is { Count: > 0 } problems) return problems;
        change.Note("PasswordReset", user);
        await FinishAsync(change, user);
        await postage.PostAsync(context, LetterKind.PasswordChanged, user.Id);
        return [];
    }

    /// <summary>The user of a link that was mailed, and what it is for; null when it does not work any more.</summary>
    public async Task<(UserRow User, OneTimePurpose Purpose)?> FindByLinkAsync(string token)
    {
        await using var db = changes.OpenRead();
        foreach (var purpose in PasswordLinks)
        {
            if (await OneTimeLinks.FindAsync(db, token, purpose) is { } user) return (user, purpose);
        }

        return null;
    }

    /// <summary>Uses a mailed link up and sets the password of its user.</summary>
    /// <returns>The user, or what is wrong with the password; neither when the link does not work any more.</returns>
    public async Task<(UserRow? User, IReadOnlyList<string> Problems)> SetPasswordByLinkAsync(HttpContext context, string token, OneTimePurpose purpose, string password)
    {
        if (await FindByLinkAsync(token) is not { } found || found.Purpose != purpose) return (null, []);
        await using var change = await changes.BeginAsync(found.User);
        if (await OneTimeLinks.TakeAsync(change.Db, token, purpose) is not { } user) return (null, []);
        if (await ReplacePasswordAsync(change, user, password) is { Count: > 0 } problems) return (null, problems);
        user.EmailConfirmed = true;
        await OneTimeLinks.RemoveAsync(change.Db, user.Id, PasswordLinks);
        await change.Users.UpdateAsync(user);
        change.Note(purpose == OneTimePurpose.Invitation ? "SignedUp" : "PasswordRecovered", user);
        await change.CommitAsync(user);
        if (purpose == OneTimePurpose.Reset) await postage.PostAsync(context, LetterKind.PasswordChanged, user.Id);
        return (user, []);
    }

    /// <summary>Turns the second step on when the code is that of the app.</summary>
    /// <returns>The recovery codes, to be shown once; null when the code is wrong.</returns>
    public Task<IReadOnlyList<string>?> TurnOnAsync(HttpContext context, string key, string code) => ChangeAsync(context, "TwoFactorEnabled", async (change, user) =>
    {
        await SecondStep.SetKeyAsync(change, user, key);
        if (!SecondStep.IsAppCode(code) || !await change.Users.VerifyTwoFactorTokenAsync(user, change.Users.Options.Tokens.AuthenticatorTokenProvider, SecondStep.Clean(code))) return null;
        // The same code does not sign in as well.
        if (!throttle.IsFirstUse(user.Id, SecondStep.Clean(code))) return null;
        user.TwoFactorEnabled = true;
        return await NewCodesAsync(change, user);
    });

    /// <summary>Makes new recovery codes in place of the former ones, to be shown once.</summary>
    public Task<IReadOnlyList<string>?> NewCodesAsync(HttpContext context) => ChangeAsync(context, "RecoveryCodesMade", NewCodesAsync);

    public Task TurnOffAsync(HttpContext context) => ChangeAsync(context, "TwoFactorDisabled", async (change, user) =>
    {
        await SecondStep.RemoveAsync(change, user);
        return [];
    });

    /// <summary>Adds a passkey or gives it another name.</summary>
    public Task SavePasskeyAsync(HttpContext context, UserPasskeyInfo passkey, string happened) => ChangeAsync(context, happened, async (change, user) =>
    {
        await change.Users.AddOrUpdatePasskeyAsync(user, passkey);
        return [];
    });

    public Task RemovePasskeyAsync(HttpContext context, byte[] credential) => ChangeAsync(context, "PasskeyRemoved", async (change, user) =>
    {
        await change.Db.UserPasskeys.Where(row => row.UserId == user.Id && row.CredentialId == credential).ExecuteDeleteAsync();
        return [];
    });

    public Task EndOtherSessionsAsync(HttpContext context) => ChangeAsync(context, "SignedOutEverywhere", (_, _) => Task.FromResult<IReadOnlyList<string>?>([]));

    private async Task<IReadOnlyList<string>?> ChangeAsync(HttpContext context, string happened, Func<AccountChange, UserRow, Task<IReadOnlyList<string>?>> edit)
    {
        await using var change = await changes.BeginAsync(context.GetCaller());
        if (await FindAsync(context, change) is not { } user) return null;
        if (await edit(change, user) is not { } shown) return null;
        AccountChange.EndSessions(user);
        await change.Users.UpdateAsync(user);
        change.Note(happened, user);
        await FinishAsync(change, user);
        return shown;
    }

    private async Task FinishAsync(AccountChange change, UserRow user)
    {
        await change.CommitAsync(user);
        await signIn.RefreshSignInAsync(user);
    }

    private static async Task<UserRow?> FindAsync(HttpContext context, AccountChange change) =>
        context.GetCaller().UserId is { } id ? await change.FindAsync(id) : null;

    private static async Task<IReadOnlyList<string>?> NewCodesAsync(AccountChange change, UserRow user) =>
        [.. await change.Users.GenerateNewTwoFactorRecoveryCodesAsync(user, SecondStep.RecoveryCodes) ?? []];

    private static async Task<IReadOnlyList<string>> ReplacePasswordAsync(AccountChange change, UserRow user, string password)
    {
        user.PasswordHash = null;
        var added = await change.Users.AddPasswordAsync(user, password);
        return [.. added.Errors.Select(error => error.Description)];
    }
}
