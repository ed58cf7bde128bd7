using CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes;

/// <summary>What the screens of content types need.</summary>
internal static class DefinitionScreens
{
    public static IServiceCollection AddDefinitionScreens(this IServiceCollection services)
    {
        services.AddSingleton<SettingsForm>();
        services.AddSingleton<SettingsReading>();
        return services;
    }
}
