using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Accounts.Editing;

/// <summary>The second step at sign-in: codes of an authenticator app, and recovery codes for the day it is lost.</summary>
internal static class SecondStep
{
    public const int RecoveryCodes = 10;

    // Identity keeps the key of the app and the recovery codes under this name.
    private const string Issuer = "[AspNetUserStore]";

    /// <summary>Whether this is written like a code of the app, and not like a recovery code.</summary>
    public static bool IsAppCode(string code) => Clean(code) is { Length: 6 } clean && clean.All(char.IsAsciiDigit);

    /// <summary>The code without the spaces that apps show in it.</summary>
    public static string Clean(string code) => code.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>A recovery code as it was printed, however it was copied: 5CW22-9GVVP.</summary>
    public static string CleanRecovery(string code)
    {
        var clean = string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return clean.Length == 10 ? $"{clean[..5]}-{clean[5..]}" : clean;
    }

    /// <summary>Keeps the key of the app. It counts once the code of the app was right.</summary>
    public static Task SetKeyAsync(AccountChange change, UserRow user, string key) =>
        change.Users.SetAuthenticationTokenAsync(user, Issuer, "AuthenticatorKey", key);

    /// <summary>Turns the step off and forgets its key and codes. The user is saved by the caller.</summary>
    public static async Task RemoveAsync(AccountChange change, UserRow user)
    {
        user.TwoFactorEnabled = false;
        await change.Db.UserTokens.Where(row => row.UserId == user.Id && row.LoginProvider == Issuer).ExecuteDeleteAsync();
    }
}
