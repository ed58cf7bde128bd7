using System.Security.Cryptography;
using CityKnowledge.Cms.Content.Items;
using Microsoft.AspNetCore.DataProtection;

namespace CityKnowledge.Cms.Web.Accounts.Throttling;

/// <summary>Marks browsers in which someone has signed in. The mark signs nobody in; it only keeps strangers from using up the tries of its owner.</summary>
internal sealed class KnownDevices(IDataProtectionProvider protection)
{
    public const string CookieName = AccountCookies.Prefix + ".Device";
    private const int MostUsers = 5;
    private readonly IDataProtector protector = protection.CreateProtector("CityKnowledge.Device");

    /// <summary>The id of this browser when the user has signed in with it, else null.</summary>
    public string? Find(HttpContext context, string userId) =>
        Read(context) is [var device, .. var users] && users.Contains(userId, StringComparer.Ordinal) ? device : null;

    /// <summary>Remembers that the user has signed in with this browser.</summary>
    public void Remember(HttpContext context, string userId)
    {
        var (device, users) = Read(context) is [var known, .. var before] ? (known, before) : (ContentId.New(), []);
        var mark = string.Join(' ', [device, userId, .. users.Where(user => user != userId).Take(MostUsers - 1)]);
        context.Response.Cookies.Append(CookieName, protector.Protect(mark), new CookieOptions
        {
            HttpOnly = true,
            Secure = context.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(400),
            IsEssential = true,
        });
    }

    private string[] Read(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 and < 4000 } mark) return [];
        try
        {
            return protector.Unprotect(mark).Split(' ');
        }
        catch (CryptographicException)
        {
            // A mark of other keys is no mark.
            return [];
        }
    }
}
