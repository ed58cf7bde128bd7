using System.Security.Claims;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>Says who sent a request.</summary>
internal static class CallerOfRequest
{
    private static readonly object Key = new();

    /// <summary>The signed-in user with the roles held at sign-in, or the visitor.</summary>
    public static Caller GetCaller(this HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true }) return Caller.Visitor;
        if (context.Items.TryGetValue(Key, out var known)) return (Caller)known!;
        var caller = new Caller(
            context.User.FindFirstValue(ClaimTypes.NameIdentifier),
            context.User.FindFirstValue(ClaimTypes.Name),
            [.. context.User.FindAll(ClaimTypes.Role).Select(role => role.Value)]);
        context.Items[Key] = caller;
        return caller;
    }

    /// <summary>From now on the request counts as a visitor's, whoever sent it: it must show what visitors would see.</summary>
    public static void ActAsVisitor(this HttpContext context)
    {
        context.User = new ClaimsPrincipal(new ClaimsIdentity());
        context.Items.Remove(Key);
    }
}
