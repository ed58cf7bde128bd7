using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Fields;
using CityKnowledge.Cms.Web.Http;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>What all screens of the administration share.</summary>
internal static class ShellServices
{
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddLocalization(options => options.ResourcesPath = "Resources");
        services.AddSingleton<AdminScreens>();
        services.AddSingleton<ScreenRights>();
        services.AddSingleton<Bundles>();
        // Safe over TLS here: tokens in forms differ in every answer, and cookies do not come along with requests of other sites.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.Configure<MvcOptions>(options => options.Filters.Add<TroublePages>());
        // After everything else: AddRazorPages begins with a new, empty list of conventions, and the guard would be lost with the old one.
        services.PostConfigure<Microsoft.AspNetCore.Mvc.RazorPages.RazorPagesOptions>(options => options.Conventions.AddFolderApplicationModelConvention("/Admin", Guard));
        return services;
    }

    /// <summary>Scripts and styles need no routing and no sign-in.</summary>
    public static void UseBundles(this WebApplication app)
    {
        var bundles = app.Services.GetRequiredService<Bundles>();
        app.Use(bundles.ChoosePacked);
        app.UseStaticFiles(new StaticFileOptions
        {
            RequestPath = Bundles.Path,
            FileProvider = bundles.Files,
            ContentTypeProvider = Bundles.Types,
            OnPrepareResponse = Bundles.KeepLong,
        });
    }

    /// <summary>Stands between routing and the pages.</summary>
    public static void UseShell(this WebApplication app)
    {
        app.Use(DeskSecurity.ProtectAsync);
        app.UseDeskLanguage();
        app.UseWhen(context => context.IsDesk(), desk => desk.Use(ChooseTimeZoneAsync));
        app.UseWhen(context => context.IsDesk(), desk => desk.UseResponseCompression());
    }

    private static async Task ChooseTimeZoneAsync(HttpContext context, RequestDelegate next)
    {
        var site = await context.RequestServices.GetRequiredService<CurrentSite>().GetAsync(context.RequestAborted);
        LocalTime.Begin(TimeZones.Find(site.TimeZoneId));
        await next(context);
    }

    public static void MapShell(this IEndpointRouteBuilder routes) => routes.MapPost("/Admin/Language", DeskLanguage.Set).DisableAntiforgery();

    private static void Guard(PageApplicationModel page)
    {
        var screen = page.HandlerTypeAttributes.OfType<AdminPageAttribute>().FirstOrDefault();
        page.Filters.Add(new AdminGate(screen));
        page.Filters.Add(new HandledVerbs());
    }
}
