using System.Security.Cryptography;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CityKnowledge.Cms.Web.Accounts.SigningIn;

/// <summary>Keys for authenticator apps that are only shown so far. They travel sealed in the form, so that opening the page changes nothing.</summary>
internal sealed class AppKeys(IDataProtectionProvider protection, UserManager<UserRow> users)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("CityKnowledge.AppKey").ToTimeLimitedDataProtector();

    /// <summary>A new key, sealed for this user.</summary>
    public string SealNew(string userId) => protector.Protect($"{userId} {users.GenerateNewAuthenticatorKey()}", Lifetime);

    /// <summary>The key, or null when it was sealed for someone else or too long ago.</summary>
    public string? Open(string userId, string? sealedKey)
    {
        if (string.IsNullOrEmpty(sealedKey)) return null;
        try
        {
            return protector.Unprotect(sealedKey).Split(' ') is [var owner, var key] && owner == userId ? key : null;
        }
        catch (CryptographicException)
        {
            // Not sealed here, or not lately.
            return null;
        }
    }
}
