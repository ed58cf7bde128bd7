using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>What a one-time link lets its holder do.</summary>
internal enum OneTimePurpose
{
    /// <summary>Sign in; printed for the person who holds the server.</summary>
    SignInLink,
    /// <summary>Choose a first password and sign in.</summary>
    Invitation,
    /// <summary>Choose a new password.</summary>
    Reset,
}

/// <summary>Links that work once. Only the hash of the token is kept: who reads the database cannot use it.</summary>
internal static class OneTimeLinks
{
    public const string SignInPath = "/Users/SignInLink";
    private const string Issuer = "CityKnowledge";

    /// <summary>Adds a link to what will be saved and gives its token.</summary>
    public static string Add(StorageContext db, string userId, OneTimePurpose purpose)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var expires = DateTime.UtcNow.Add(Lifetime(purpose)).Ticks.ToString(CultureInfo.InvariantCulture);
        db.UserTokens.Add(new IdentityUserToken<string> { UserId = userId, LoginProvider = Issuer, Name = purpose.ToString(), Value = $"{Hash(token)}.{expires}" });
        return token;
    }

    /// <summary>Saves a link in place of a former one and gives its token.</summary>
    public static async Task<string> ReplaceAsync(StorageContext db, string userId, OneTimePurpose purpose)
    {
        await RemoveAsync(db, userId, purpose);
        var token = Add(db, userId, purpose);
        await db.SaveChangesAsync();
        return token;
    }

    /// <summary>Takes the links for these purposes back.</summary>
    public static async Task RemoveAsync(StorageContext db, string userId, params OneTimePurpose[] purposes)
    {
        var names = purposes.Select(purpose => purpose.ToString()).ToArray();
        await db.UserTokens.Where(row => row.UserId == userId && row.LoginProvider == Issuer && names.Contains(row.Name)).ExecuteDeleteAsync();
    }

    /// <summary>The enabled user whose link this is now; null when it is unknown, used or too old. Changes nothing.</summary>
    public static async Task<UserRow?> FindAsync(StorageContext db, string token, OneTimePurpose purpose) =>
        await FindLinkAsync(db, token, purpose) is { } link ? await FindUserAsync(db, link) : null;

    /// <summary>Uses the link up and gives its user; null when it is unknown, used or too old.</summary>
    public static async Task<UserRow?> TakeAsync(StorageContext db, string token, OneTimePurpose purpose)
    {
        if (await FindLinkAsync(db, token, purpose) is not { } link) return null;
        // Of two requests with the same link only one deletes the row, so only one goes on.
        var taken = await db.UserTokens.Where(row => row.UserId == link.UserId && row.LoginProvider == Issuer && row.Name == link.Name && row.Value == link.Value).ExecuteDeleteAsync();
        return taken == 1 ? await FindUserAsync(db, link) : null;
    }

    private static TimeSpan Lifetime(OneTimePurpose purpose) => purpose switch
    {
        OneTimePurpose.Invitation => TimeSpan.FromDays(7),
        OneTimePurpose.Reset => TimeSpan.FromHours(2),
        _ => TimeSpan.FromHours(24),
    };

    private static Task<UserRow?> FindUserAsync(StorageContext db, IdentityUserToken<string> link) =>
        db.Users.FirstOrDefaultAsync(user => user.Id == link.UserId && user.IsEnabled);

    private static async Task<IdentityUserToken<string>?> FindLinkAsync(StorageContext db, string? token, OneTimePurpose purpose)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var (start, name) = (Hash(token) + ".", purpose.ToString());
        var link = await db.UserTokens.AsNoTracking()
            .FirstOrDefaultAsync(row => row.LoginProvider == Issuer && row.Name == name && row.Value!.StartsWith(start));
        return link is not null && long.Parse(link.Value![start.Length..], CultureInfo.InvariantCulture) > DateTime.UtcNow.Ticks ? link : null;
    }

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
