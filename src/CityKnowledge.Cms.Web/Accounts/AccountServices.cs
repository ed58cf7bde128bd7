using System.Security.Claims;
using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Accounts.Editing;
using CityKnowledge.Cms.Web.Accounts.Mail;
using CityKnowledge.Cms.Web.Accounts.Sessions;
using CityKnowledge.Cms.Web.Accounts.SigningIn;
using CityKnowledge.Cms.Web.Accounts.Throttling;
using CityKnowledge.Cms.Web.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>Signing in and out, and everything about accounts that needs no right of administration.</summary>
internal static class AccountServices
{
    private static readonly TimeSpan HalfADay = TimeSpan.FromHours(12);

    public static IServiceCollection AddAccounts(this IServiceCollection services, SiteFolders folders)
    {
        services.AddDataProtection()
            .SetApplicationName("CityKnowledge")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folders.Data, "DataProtection-Keys")));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
        {
            cookies.ApplicationCookie!.Configure(Describe);
            cookies.TwoFactorUserIdCookie!.Configure(cookie => Protect(cookie.Cookie, ".Step"));
        });
        services.AddIdentityCore<UserRow>(Describe)
            .AddUserStore<SealedUserStore>()
            .AddClaimsPrincipalFactory<UserClaims>()
            .AddErrorDescriber<AccountErrors>()
            .AddPasswordValidator<PasswordRules>()
            .AddSignInManager<EnabledUsers>()
            .AddDefaultTokenProviders();
        services.AddScoped(all => (EnabledUsers)all.GetRequiredService<SignInManager<UserRow>>());
        services.Configure<IdentityPasskeyOptions>(passkeys => (passkeys.ResidentKeyRequirement, passkeys.UserVerificationRequirement) = ("required", "required"));
        services.Configure<AntiforgeryOptions>(options => Protect(options.Cookie, ".Forgery"));
        services.Configure<CookieTempDataProviderOptions>(options => Protect(options.Cookie, ".Messages"));
        services.PostConfigure<RazorPagesOptions>(options => options.Conventions.AddFolderApplicationModelConvention("/Accounts", Guard));
        services.AddAuthorization();
        AddParts(services);
        return services;
    }

    /// <summary>Comes before everything that reads cookies or asks whether the request is secure.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        var proxies = app.Services.GetRequiredService<AccountSettings>().Proxies;
        if (proxies.Count > 0)
        {
            var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
            app.UseForwardedHeaders(options);
        }

        app.UseAccountCookies();
    }

    public static void MapAccounts(this IEndpointRouteBuilder routes) => routes.MapPost("/Users/LogOff", LogOffAsync);

    private static async Task<IResult> LogOffAsync(HttpContext context, SignInManager<UserRow> users, IAntiforgery forgery)
    {
        if (!await forgery.IsRequestValidAsync(context)) return Results.BadRequest();
        await users.SignOutAsync();
        return Results.LocalRedirect("/");
    }

    private static void AddParts(IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Words>();
        services.AddSingleton<SessionStates>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<KnownDevices>();
        services.AddSingleton<PostCounts>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<WaitingLetters>();
        services.AddSingleton<Outbox>();
        services.AddHostedService(all => all.GetRequiredService<Outbox>());
        services.AddSingleton<Postage>();
        services.AddSingleton<UserRights>();
        services.AddScoped<LetterWriter>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<UserCheck>();
        services.AddScoped<UserEditor>();
        services.AddScoped<OwnAccount>();
        services.AddScoped<AppKeys>();
        services.AddScoped<UserList>();
        services.AddScoped<Entrance>();
        services.AddScoped<Administrators>();
    }

    private static void Guard(PageApplicationModel page)
    {
        page.Filters.Add(new PostLimit());
        page.Filters.Add(new HandledVerbs());
    }

    private static void Describe(IdentityOptions options)
    {
        options.Password = new PasswordOptions { RequiredLength = 10, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredUniqueChars = 4 };
        options.User.RequireUniqueEmail = false;
        options.ClaimsIdentity.RoleClaimType = ClaimTypes.Role;
        options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
    }

    private static void Describe(CookieAuthenticationOptions cookie)
    {
        Protect(cookie.Cookie, "");
        cookie.LoginPath = "/Login";
        cookie.LogoutPath = "/Users/LogOff";
        cookie.ReturnUrlParameter = "ReturnUrl";
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = SessionCheck.RunAsync;
        cookie.Events.OnSigningIn = context =>
        {
            // Kept for two weeks only when the person asked for it; else the browser's session, and never longer than a working day.
            if (!context.Properties.IsPersistent) context.Properties.ExpiresUtc = DateTimeOffset.UtcNow.Add(HalfADay);
            return Task.CompletedTask;
        };
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context.Response, StatusCodes.Status403Forbidden);
        cookie.Events.OnRedirectToLogin = context =>
        {
            // Programs want a status, people want the form.
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)) return Answer(context.Response, StatusCodes.Status401Unauthorized);
            context.Response.Redirect(context.RedirectUri);
            return Task.CompletedTask;
        };
    }

    private static void Protect(CookieBuilder cookie, string name)
    {
        cookie.Name = AccountCookies.Prefix + name;
        cookie.HttpOnly = true;
        cookie.Path = "/";
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.IsEssential = true;
    }

    private static Task Answer(HttpResponse response, int status)
    {
        response.StatusCode = status;
        return Task.CompletedTask;
    }
}
