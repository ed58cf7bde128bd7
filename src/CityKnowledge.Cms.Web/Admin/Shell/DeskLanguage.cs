using System.Globalization;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>The language of the administration: what the person chose, else what the browser asks for, else English.</summary>
internal static class DeskLanguage
{
    private const string Cookie = AccountCookies.Prefix + ".Language";

    // Arabic is complete in direction, not in words: it is chosen, never guessed.
    private static readonly CultureInfo[] Guessed = [new("en"), new("fr")];

    public static IReadOnlyList<CultureInfo> Offered { get; } = [.. Guessed, new("ar")];

    public static void UseDeskLanguage(this IApplicationBuilder app)
    {
        // Only words change with the language. Numbers and dates in posts are read the same way for everyone.
        var options = new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture("en"),
            SupportedCultures = [Guessed[0]],
            SupportedUICultures = [.. Offered],
            FallBackToParentUICultures = true,
            RequestCultureProviders = [new CustomRequestCultureProvider(Choose)],
        };
        app.UseWhen(context => context.IsDesk(), desk => desk.UseRequestLocalization(options));
    }

    /// <summary>Keeps the chosen language for a year.</summary>
    public static IResult Set(HttpContext context, [FromForm] string? culture, [FromForm] string? returnUrl)
    {
        if (Offered.Any(known => known.Name == culture))
        {
            context.Response.Cookies.Append(Cookie, culture!, new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
        }

        return Results.LocalRedirect(LocalAddress.Or(returnUrl, "/Admin"));
    }

    private static Task<ProviderCultureResult?> Choose(HttpContext context)
    {
        var chosen = Offered.FirstOrDefault(known => known.Name == context.Request.Cookies[Cookie]) ?? Guess(context.Request);
        return Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult("en", chosen.Name));
    }

    private static CultureInfo Guess(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => Guessed.FirstOrDefault(known => language.Value.StartsWith(known.Name, StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(known => known is not null) ?? Guessed[0];
}
