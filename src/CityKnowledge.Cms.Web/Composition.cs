using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Content.Changes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Blocks;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web;

/// <summary>The table of contents of a site: what it is made of, and in which order a request meets it.</summary>
internal static class Composition
{
    public static IServiceCollection AddCityKnowledge(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = new SettingReader(configuration);
        var folders = SiteFolders.Below(environment.ContentRootPath, settings.Text("ORCHARD_APP_DATA", settings.Text("Site:DataFolder", "App_Data")));
        services.AddSingleton(settings);
        services.AddSingleton(folders);
        services.AddSingleton(SiteSettings.Read(settings));
        services.AddSingleton(DatabaseSettings.ReadCache(settings));
        services.AddStorage(DatabaseSettings.Read(settings, folders));
        services.AddContent();
        services.AddBlocks(typeof(Composition).Assembly);
        return services;
    }

    public static void UseCityKnowledge(this WebApplication app)
    {
        app.UseRouting();
    }

    /// <summary>Opens the database and reads what every request needs; the time this takes does not grow with the content.</summary>
    /// <exception cref="StorageException">The database cannot be used.</exception>
    public static async Task PrepareAsync(this WebApplication app)
    {
        await app.Services.GetRequiredService<Store>().MigrateAsync();
        await app.Services.GetRequiredService<TypeCatalogue>().LoadAsync();
        await app.Services.GetRequiredService<FieldKeys>().LoadAsync();
        await app.Services.GetRequiredService<Access>().LoadAsync();
    }

    /// <summary>The folder with appsettings.json: where the process was started, else beside the program.</summary>
    public static string FindRoot() =>
        File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json")) ? Directory.GetCurrentDirectory() : AppContext.BaseDirectory;

    /// <summary>ASPNETCORE_ variables and the command line win over appsettings.json; without this a variable such as ASPNETCORE_URLS would lose.</summary>
    public static void AddOverrides(this ConfigurationManager configuration, string[] args)
    {
        configuration.AddEnvironmentVariables("ASPNETCORE_");
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
    }

    private static void AddContent(this IServiceCollection services)
    {
        services.AddSingleton<TypeCatalogue>();
        services.AddSingleton<FieldKinds>();
        services.AddSingleton<FieldKeys>();
        services.AddSingleton<Access>();
        services.AddSingleton<ContentReader>();
        services.AddSingleton<ContentQueries>();
        services.AddSingleton<TaxonomyReader>();
        services.AddHostedService<ChangeRunner>();
    }
}
