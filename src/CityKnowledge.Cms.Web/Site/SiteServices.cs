using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>The public door: pages of items, files of themes and media, calendars, the map of the site.</summary>
internal static class SiteServices
{
    public static IServiceCollection AddSite(this IServiceCollection services)
    {
        services.AddSingleton<IReservedPaths, RoutedPaths>();
        services.AddSingleton<PageCache>();
        services.AddSingleton<ItemFinder>();
        services.AddSingleton<ItemPages>();
        services.AddSingleton<ErrorPages>();
        services.AddSingleton<CalendarFile>();
        return services;
    }

    /// <summary>
    /// Answers with kept pages before anything else is asked, and shows errors in the theme. Comes before routing and sign-in.
    /// </summary>
    public static void UseSite(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<PageCache>().AnswerAsync);
        app.Use(app.Services.GetRequiredService<ErrorPages>().ShowAsync);
    }

    /// <summary>Takes every address that no other door wants, so it comes last.</summary>
    public static void MapSite(this IEndpointRouteBuilder routes)
    {
        routes.MapCalendars();
        routes.MapSiteMap();
        routes.MapMethods("/Error/{status:int?}", ["GET", "HEAD"], static (HttpContext http, ErrorPages errors, int? status) => errors.WriteAsync(http, status ?? 500));
        routes.MapFallback("{**path}", PageEndpoint.ShowAsync);
    }
}
