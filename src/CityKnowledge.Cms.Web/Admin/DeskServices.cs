using CityKnowledge.Cms.Web.Admin.AuditTrail.Comparison;
using CityKnowledge.Cms.Web.Admin.Contents;
using CityKnowledge.Cms.Web.Admin.Palette;
using CityKnowledge.Cms.Web.Admin.Start;

namespace CityKnowledge.Cms.Web.Admin;

/// <summary>The screens on which editors find their way: start page, lists, history, palette.</summary>
internal static class DeskServices
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton<ListRows>();
        services.AddSingleton<StartLists>();
        services.AddSingleton<VersionMembers>();
        services.AddScoped<VersionComparer>();
        services.AddScoped<ScreenSearch>();
        services.AddScoped<PaletteSearch>();
        return services;
    }

    public static void MapDesk(this IEndpointRouteBuilder routes) => routes.MapGet(PaletteEndpoint.Address, PaletteEndpoint.ShowAsync);
}
