using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Tests;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>Puts the cookie of a new user into a browser; signing in itself has journeys of its own.</summary>
internal static class SignedIn
{
    public static async Task<IPage> AsAsync(this IPage page, Site site, params string[] roles)
    {
        var id = ContentId.New();
        var user = new UserRow { Id = id, UserName = $"anna.{id[^4..]}", NormalizedUserName = $"ANNA.{id[^4..].ToUpperInvariant()}", SecurityStamp = id, RoleNames = [.. roles] };
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StorageContext>();
        db.Users.Add(user);
        await db.SaveChangesAsync();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserRow>>().CreateAsync(user);
        var cookie = site.Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) };
        var ticket = cookie.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
        await page.Context.AddCookiesAsync([new Cookie { Name = cookie.Cookie.Name!, Value = ticket, Url = site.Visitor.BaseAddress!.ToString() }]);
        return page;
    }
}
