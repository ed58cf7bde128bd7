using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web.Setup;

/// <summary>The first start of a site.</summary>
internal static class SetupServices
{
    public static IServiceCollection AddSetup(this IServiceCollection services, SettingReader settings)
    {
        services.AddSingleton(AutoSetup.Read(settings));
        services.AddScoped<FirstStart>();
        services.AddSingleton<SetupState>();
        services.AddSingleton<SiteAddress>();
        services.AddHostedService<FirstStartRun>();
        return services;
    }

    /// <summary>Opens the database and reads what every request needs; the time this takes does not grow with the content.</summary>
    /// <exception cref="Storage.StorageException">The database cannot be used.</exception>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<ContentStart>().RunAsync();
        var site = await app.Services.GetRequiredService<CurrentSite>().GetAsync();
        if (site.Exists) app.Services.GetRequiredService<SetupState>().Ready();
    }
}
