using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>Links that sign a person in once. Only the hash of the token is kept: who reads the database cannot sign in with it.</summary>
internal static class SignInLinks
{
    public const string Path = "/Users/SignInLink";
    private const string Issuer = "CityKnowledge";
    private const string Purpose = "SignInLink";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>Adds a link to what will be saved and gives its token.</summary>
    public static string Add(StorageContext db, string userId)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var expires = DateTime.UtcNow.Add(Lifetime).Ticks.ToString(CultureInfo.InvariantCulture);
        db.UserTokens.Add(new IdentityUserToken<string> { UserId = userId, LoginProvider = Issuer, Name = Purpose, Value = $"{Hash(token)}.{expires}" });
        return token;
    }

    /// <summary>Saves a link in place of a former one and gives its token.</summary>
    public static async Task<string> ReplaceAsync(StorageContext db, string userId)
    {
        await db.UserTokens.Where(row => row.UserId == userId && row.LoginProvider == Issuer && row.Name == Purpose).ExecuteDeleteAsync();
        var token = Add(db, userId);
        await db.SaveChangesAsync();
        return token;
    }

    /// <summary>Whether the token would sign somebody in now. Changes nothing.</summary>
    public static async Task<bool> IsValidAsync(StorageContext db, string token) => await FindAsync(db, token) is not null;

    /// <summary>Uses the link up and gives its user; null when it is unknown, used or too old.</summary>
    public static async Task<UserRow?> TakeAsync(StorageContext db, string token)
    {
        if (await FindAsync(db, token) is not { } link) return null;
        // Of two requests with the same link only one deletes the row, so only one signs in.
        var taken = await db.UserTokens.Where(row => row.UserId == link.UserId && row.LoginProvider == Issuer && row.Name == Purpose && row.Value == link.Value).ExecuteDeleteAsync();
        return taken == 1 ? await db.Users.FirstOrDefaultAsync(user => user.Id == link.UserId && user.IsEnabled) : null;
    }

    private static async Task<IdentityUserToken<string>?> FindAsync(StorageContext db, string token)
    {
        var start = Hash(token) + ".";
        var link = await db.UserTokens.AsNoTracking()
            .FirstOrDefaultAsync(row => row.LoginProvider == Issuer && row.Name == Purpose && row.Value!.StartsWith(start));
        return link is not null && long.Parse(link.Value![start.Length..], CultureInfo.InvariantCulture) > DateTime.UtcNow.Ticks ? link : null;
    }

    private static string Hash(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
