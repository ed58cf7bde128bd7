using CityKnowledge.Cms.Web.Admin.Media;
using CityKnowledge.Cms.Web.Admin.Themes;

namespace CityKnowledge.Cms.Web.Admin;

/// <summary>What single screens of the administration work with.</summary>
internal static class LibraryServices
{
    public static IServiceCollection AddLibraryDesk(this IServiceCollection services)
    {
        services.AddSingleton<Uploads>();
        services.AddSingleton<ThemeShelf>();
        return services;
    }
}
