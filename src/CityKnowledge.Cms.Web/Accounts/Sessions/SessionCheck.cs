using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CityKnowledge.Cms.Web.Accounts.Sessions;

/// <summary>Ends a session with the first request after its password, roles or account changed.</summary>
internal static class SessionCheck
{
    public static async Task RunAsync(CookieValidatePrincipalContext context)
    {
        if (await IsCurrentAsync(context)) return;
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    private static async Task<bool> IsCurrentAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var stampType = services.GetRequiredService<IOptions<IdentityOptions>>().Value.ClaimsIdentity.SecurityStampClaimType;
        if (context.Principal is not { } person || person.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id) return false;
        var state = await services.GetRequiredService<SessionStates>().FindAsync(id, context.HttpContext.RequestAborted);
        return state is { IsEnabled: true }
            && state.Stamp == person.FindFirstValue(stampType)
            // Recipes may change roles without a new stamp.
            && state.Roles.ToHashSet(StringComparer.Ordinal).SetEquals(person.FindAll(ClaimTypes.Role).Select(role => role.Value));
    }
}
