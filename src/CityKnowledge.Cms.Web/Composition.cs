using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Accounts.Mail;
using CityKnowledge.Cms.Web.Admin;
using CityKnowledge.Cms.Web.Admin.ContentTypes;
using CityKnowledge.Cms.Web.Admin.Form;
using CityKnowledge.Cms.Web.Admin.Inputs;
using CityKnowledge.Cms.Web.Admin.Media;
using CityKnowledge.Cms.Web.Admin.Shell;
using CityKnowledge.Cms.Web.Admin.Taxonomies;
using CityKnowledge.Cms.Web.Admin.Users;
using CityKnowledge.Cms.Web.Blocks;
using CityKnowledge.Cms.Web.GraphQl;
using CityKnowledge.Cms.Web.Http;
using CityKnowledge.Cms.Web.Liquid;
using CityKnowledge.Cms.Web.Media;
using CityKnowledge.Cms.Web.Preview;
using CityKnowledge.Cms.Web.Search;
using CityKnowledge.Cms.Web.Settings;
using CityKnowledge.Cms.Web.Setup;
using CityKnowledge.Cms.Web.Site;

namespace CityKnowledge.Cms.Web;

/// <summary>The table of contents of a site: what it is made of, and in which order a request meets it.</summary>
internal static class Composition
{
    /// <summary>A site that is ready to be prepared and run.</summary>
    /// <param name="args">Settings that win over all others: <c>--Database:Provider=Postgres</c>.</param>
    /// <param name="root">The folder with appsettings.json, Recipes and Themes.</param>
    /// <param name="console">Where the site says its address and the first sign-in link.</param>
    /// <exception cref="SettingException">A setting has a value that is not allowed.</exception>
    public static WebApplication Build(string[] args, string root, TextWriter console)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = root,
            // Pages are found by the name of the program, also when tests start the site inside their own.
            ApplicationName = typeof(Composition).Assembly.GetName().Name,
        });
        builder.Configuration.AddOverrides(args);
        // A port that is taken is said in one line; the host would log its stack trace. What it calls critical stays.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        builder.Services.AddSingleton(console);
        builder.Services.AddCityKnowledge(builder.Configuration, builder.Environment);
        var app = builder.Build();
        // The model of the database takes as long to make as everything else here; mostly there is a second processor.
        _ = Task.Run(app.Services.GetRequiredService<Store>().Warm);
        app.UseCityKnowledge();
        return app;
    }

    /// <summary>Everything a site is made of. No state is kept elsewhere, so several sites may live in one process.</summary>
    public static IServiceCollection AddCityKnowledge(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = new SettingReader(configuration);
        var folders = SiteFolders.Below(environment.ContentRootPath, settings.Text("ORCHARD_APP_DATA", settings.Text("Site:DataFolder", "App_Data")));
        services.AddSingleton(settings);
        services.AddSingleton(folders);
        var site = SiteSettings.Read(settings, configuration);
        services.AddSingleton(site);
        services.AddApiOrigins(site);
        services.AddStorage(DatabaseSettings.Read(settings, folders));
        services.AddContent(DatabaseSettings.ReadCache(settings));
        services.AddSingleton<CurrentSite>();
        services.AddSingleton(MediaSettings.Read(configuration, settings, folders));
        services.AddSingleton(MediaSettings.ReadLimits(settings));
        services.AddSingleton(MediaSettings.ReadServing(configuration, settings));
        services.AddMedia();
        services.AddRecipes();
        services.AddBlocks(typeof(Composition).Assembly);
        services.AddSingleton(AccountSettings.Read(settings, configuration));
        services.AddSingleton(MailSettings.Read(settings, folders));
        services.AddAccounts(folders);
        services.AddSetup(settings);
        services.AddLiquid();
        services.AddSite();
        services.AddGraphQl(settings, environment);
        services.AddSearch();
        services.AddShell();
        services.AddUserScreens();
        services.AddLibraryDesk();
        services.AddForm();
        services.AddInputs();
        services.AddDefinitionScreens();
        services.AddTaxonomyScreens();
        services.AddDesk();
        services.AddPages();
        return services;
    }

    /// <summary>What a request meets, in this order.</summary>
    public static void UseCityKnowledge(this WebApplication app)
    {
        app.UseAccounts();
        app.UseSecurityHeaders();
        app.UseBundles();
        app.UseSetupGate();
        app.UseSite();
        app.UseApiOrigins();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseShell();
        app.MapAccounts();
        app.MapShell();
        app.MapMediaDesk();
        app.MapForm();
        app.MapInputs();
        app.MapDesk();
        app.MapMedia();
        app.MapGraphQl();
        app.MapSearch();
        app.MapPreview();
        app.MapRazorPages();
        app.MapSite();
    }

    // Razor Pages lie in the folders of the slices that own them, each with its address.
    private static void AddPages(this IServiceCollection services) =>
        services.AddRazorPages(options => options.RootDirectory = "/");

    // Without this the ASPNETCORE_ variables, such as ASPNETCORE_URLS, would lose against appsettings.json.
    private static void AddOverrides(this ConfigurationManager configuration, string[] args)
    {
        configuration.AddEnvironmentVariables("ASPNETCORE_");
        configuration.AddEnvironmentVariables();
        configuration.AddCommandLine(args);
    }
}
