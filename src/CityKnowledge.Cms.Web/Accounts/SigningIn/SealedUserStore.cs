using System.Security.Cryptography;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Accounts.SigningIn;

/// <summary>
/// Identity's store, with the keys of authenticator apps and the recovery codes sealed: who reads a copy of the database cannot pass the
/// second step. What the site's keys cannot open counts as absent, so that the step fails closed.
/// </summary>
internal sealed partial class SealedUserStore(StorageContext db, IDataProtectionProvider protection, ILogger<SealedUserStore> log, IdentityErrorDescriber errors)
    : UserOnlyStore<UserRow, StorageContext>(db, errors)
{
    // Tells sealed values from those that were kept before they were sealed.
    private const string Mark = "sealed:";
    private readonly IDataProtector protector = protection.CreateProtector("CityKnowledge.UserToken");

    public override Task SetTokenAsync(UserRow user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : Mark + protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(UserRow user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var kept = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        if (kept is null || !kept.StartsWith(Mark, StringComparison.Ordinal)) return kept;
        try
        {
            return protector.Unprotect(kept[Mark.Length..]);
        }
        catch (CryptographicException cause)
        {
            LogUnopened(log, cause, name, user.UserName);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Error, "{Name} of the user {User} was sealed with keys this site does not have: restore the folder DataProtection-Keys, or turn the user's second step off.")]
    private static partial void LogUnopened(ILogger log, Exception cause, string name, string? user);
}
