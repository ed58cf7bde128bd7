using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>
/// Gives the cookies of the desk the prefix <c>__Host-</c> over https. Browsers accept it only with Secure, which they
/// neither take nor send over plain http (a first start on 127.0.0.1), so there the same cookies go by their plain names.
/// Over https a plain name is dropped: a neighbouring host could have set it.
/// </summary>
internal static class AccountCookies
{
    /// <summary>What the names of these cookies begin with.</summary>
    public const string Prefix = "CityKnowledge";
    private const string Host = "__Host-";

    public static void UseAccountCookies(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!context.Request.IsHttps) return next(context);
        context.Request.Headers.Cookie = Read(context.Request.Headers.Cookie);
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.SetCookie = Write(context.Response.Headers.SetCookie);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static StringValues Read(StringValues sent)
    {
        if (sent.Count == 0 || !CookieHeaderValue.TryParseList(sent, out var cookies)) return sent;
        var kept = cookies
            .Where(cookie => !cookie.Name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(cookie => cookie.Name.StartsWith(Host + Prefix, StringComparison.Ordinal) ? $"{cookie.Name.Subsegment(Host.Length)}={cookie.Value}" : cookie.ToString());
        return string.Join("; ", kept) is { Length: > 0 } header ? header : StringValues.Empty;
    }

    // The prefix asks for Secure, Path=/ and no Domain.
    private static StringValues Write(StringValues given) => given
        .Select(cookie => cookie!.StartsWith(Prefix, StringComparison.Ordinal) ? Host + Secure(cookie) : cookie)
        .ToArray();

    private static string Secure(string cookie) =>
        cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase) ? cookie : cookie + "; secure";
}
