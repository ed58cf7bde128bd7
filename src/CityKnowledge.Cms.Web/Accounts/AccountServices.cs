using System.Security.Claims;
using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>Signing in and out.</summary>
internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, SiteFolders folders)
    {
        services.AddDataProtection()
            .SetApplicationName("CityKnowledge")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folders.Data, "DataProtection-Keys")));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(Describe));
        services.AddIdentityCore<UserRow>(Describe)
            .AddEntityFrameworkStores<StorageContext>()
            .AddClaimsPrincipalFactory<UserClaims>()
            .AddSignInManager<EnabledUsers>()
            .AddDefaultTokenProviders();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(5));
        services.AddAuthorization();
        services.AddScoped<Administrators>();
        return services;
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes) => routes.MapPost("/Users/LogOff", LogOffAsync);

    private static async Task<IResult> LogOffAsync(HttpContext context, SignInManager<UserRow> users, Microsoft.AspNetCore.Antiforgery.IAntiforgery forgery)
    {
        if (!await forgery.IsRequestValidAsync(context)) return Results.BadRequest();
        await users.SignOutAsync();
        return Results.LocalRedirect("/");
    }

    private static void Describe(IdentityOptions options)
    {
        options.Password = new PasswordOptions { RequiredLength = 10, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredUniqueChars = 4 };
        options.Lockout = new LockoutOptions { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5) };
        options.User.RequireUniqueEmail = false;
        options.ClaimsIdentity.RoleClaimType = ClaimTypes.Role;
    }

    private static void Describe(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "CityKnowledge";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.LoginPath = "/Login";
        cookie.LogoutPath = "/Users/LogOff";
        cookie.ReturnUrlParameter = "ReturnUrl";
        cookie.SlidingExpiration = true;
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
        cookie.Events.OnRedirectToLogin = context =>
        {
            // Programs want a status, people want the form.
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return Answer(context.Response, StatusCodes.Status401Unauthorized);
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
