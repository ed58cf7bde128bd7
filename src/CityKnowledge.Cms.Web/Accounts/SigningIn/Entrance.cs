using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.Throttling;
using Microsoft.AspNetCore.Identity;

namespace CityKnowledge.Cms.Web.Accounts.SigningIn;

/// <summary>What became of a try to sign in.</summary>
internal enum Entry
{
    Done,
    SecondStep,
    Wrong,
    /// <summary>Right, but the account may not sign in.</summary>
    Disabled,
    TooMany,
    /// <summary>The first step was too long ago.</summary>
    Expired,
}

/// <summary>Where people sign in: every proof is counted before it is looked at, and noted.</summary>
internal sealed class Entrance(EnabledUsers signIn, AccountChanges changes, SignInThrottle throttle, KnownDevices devices)
{
    private const string LockedOut = "LogInIsLockedOut";
    private const string Failed = "LogInFailed";

    /// <summary>Signs in with user name or mail address and password.</summary>
    public async Task<Entry> TryPasswordAsync(HttpContext context, string nameOrEmail, string password, bool remember)
    {
        var user = await changes.FindByNameOrEmailAsync(nameOrEmail);
        var attempt = Attempt(context, user?.Id ?? nameOrEmail.ToUpperInvariant(), isCode: false);
        var permit = throttle.Begin(attempt);
        if (permit == Permit.Refused) return Entry.TooMany;
        if (!await IsRightAsync(user, password)) return await RefuseAsync(context, user, permit, "password");
        throttle.Succeeded(attempt);
        if (!user!.IsEnabled) return Entry.Disabled;
        if ((await signIn.EnterAsync(user, remember)).RequiresTwoFactor) return Entry.SecondStep;
        await WelcomeAsync(context, user, "password");
        return Entry.Done;
    }

    /// <summary>Goes through the second step with a code of the app or a recovery code.</summary>
    public async Task<Entry> TryCodeAsync(HttpContext context, string code, bool remember)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user || !await signIn.CanSignInAsync(user)) return Entry.Expired;
        var attempt = Attempt(context, user.Id, isCode: true);
        var permit = throttle.Begin(attempt);
        if (permit == Permit.Refused) return Entry.TooMany;
        var (isRight, method) = SecondStep.IsAppCode(code)
            ? (await IsRightAppCodeAsync(user, code), "otp")
            : (await RedeemAsync(user, code), "recovery code");
        if (!isRight) return await RefuseAsync(context, user, permit, method);
        throttle.Succeeded(attempt);
        await signIn.EnterProvenAsync(user, remember, "mfa");
        await WelcomeAsync(context, user, method);
        return Entry.Done;
    }

    /// <summary>Signs in with a passkey, which needs no second step: it is something one has, opened by something one knows or is.</summary>
    public async Task<Entry> TryPasskeyAsync(HttpContext context, string credential)
    {
        var proof = await Passkeys.AssertAsync(signIn, credential);
        if (proof is not { Succeeded: true }) return Entry.Wrong;
        if (!await signIn.CanSignInAsync(proof.User)) return Entry.Disabled;
        await signIn.UserManager.AddOrUpdatePasskeyAsync(proof.User, proof.Passkey);
        await signIn.EnterProvenAsync(proof.User, isPersistent: false, "hwk");
        await WelcomeAsync(context, proof.User, "passkey");
        return Entry.Done;
    }

    /// <summary>Signs in the holder of a one-time link.</summary>
    public async Task EnterByLinkAsync(HttpContext context, UserRow user)
    {
        await signIn.SignInAsync(user, isPersistent: false);
        await WelcomeAsync(context, user, "link");
    }

    /// <summary>Whether who sits at a signed-in browser also knows the password; without a password there is nothing to ask.</summary>
    public async Task<bool> IsOwnerAsync(HttpContext context, UserRow user, string? password)
    {
        if (user.PasswordHash is null) return true;
        var attempt = Attempt(context, user.Id, isCode: false);
        if (throttle.Begin(attempt) == Permit.Refused || !await IsRightAsync(user, password ?? "")) return false;
        throttle.Succeeded(attempt);
        return true;
    }

    /// <summary>Marks the browser of someone who proved the mailbox: guessing from elsewhere cannot keep this person out now.</summary>
    public void Remember(HttpContext context, UserRow user) => devices.Remember(context, user.Id);

    private SignInAttempt Attempt(HttpContext context, string account, bool isCode) =>
        new(account, ClientAddress.Of(context), devices.Find(context, account), isCode);

    // Hashing for nobody takes as long as checking for somebody: the time tells no names.
    private async Task<bool> IsRightAsync(UserRow? user, string password)
    {
        if (user?.PasswordHash is not null) return await signIn.UserManager.CheckPasswordAsync(user, password);
        signIn.UserManager.PasswordHasher.HashPassword(new UserRow(), password);
        return false;
    }

    private async Task<bool> IsRightAppCodeAsync(UserRow user, string code) =>
        await signIn.UserManager.VerifyTwoFactorTokenAsync(user, signIn.Options.Tokens.AuthenticatorTokenProvider, SecondStep.Clean(code))
        && throttle.IsFirstUse(user.Id, SecondStep.Clean(code));

    private async Task<bool> RedeemAsync(UserRow known, string code)
    {
        await using var change = await changes.BeginAsync(known);
        if (await change.FindAsync(known.Id) is not { } user) return false;
        if (!(await change.Users.RedeemTwoFactorRecoveryCodeAsync(user, SecondStep.CleanRecovery(code))).Succeeded) return false;
        change.Note("RecoveryCodeUsed", user);
        await change.CommitAsync();
        return true;
    }

    // Nobody's failures are noted too, without the name: people type passwords into the wrong box, and the time must not tell.
    private async Task<Entry> RefuseAsync(HttpContext context, UserRow? user, Permit permit, string method)
    {
        await changes.NoteStrangerAsync(permit == Permit.GrantedAsLast ? LockedOut : Failed, user, $"{method}, {ClientAddress.Of(context)}");
        return Entry.Wrong;
    }

    private async Task WelcomeAsync(HttpContext context, UserRow user, string method)
    {
        devices.Remember(context, user.Id);
        await changes.NoteAsync(user, "LogInSucceeded", method);
    }
}
