using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web;
using CityKnowledge.Cms.Web.Setup;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CityKnowledge.Cms.Tests;

/// <summary>A real site: its own folder and database, set up by a recipe, entered through HTTP. Any number may run side by side.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly SiteSetup setup;
    private WebApplication app;

    private Site(SiteSetup setup, string folder, WebApplication app) => (this.setup, Folder, this.app) = (setup, folder, app);

    /// <summary>The site's root folder; deleted at the end.</summary>
    public string Folder { get; }

    /// <summary>A browser without sign-in that follows no redirects.</summary>
    public HttpClient Visitor { get; private set; } = null!;

    /// <summary>What the site printed since its last start.</summary>
    public StringWriter Console { get; private set; } = new();

    public IServiceProvider Services => app.Services;

    /// <summary>Starts a site set up by a recipe with these steps, each a JSON object.</summary>
    public static Task<Site> StartAsync(params string[] steps) => StartAsync(SiteSetup.Of(steps));

    public static Task<Site> StartAsync(SiteSetup setup) => ContinueAsync(setup, SiteFolder.Create(setup));

    /// <summary>Starts the site whose data lie in this folder.</summary>
    public static async Task<Site> ContinueAsync(SiteSetup setup, string folder)
    {
        var console = new StringWriter();
        var site = new Site(setup, folder, Composition.Build(Arguments(setup), folder, console)) { Console = console };
        await site.StartAsync();
        return site;
    }

    /// <summary>Stops the site and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await app.DisposeAsync();
        app = Composition.Build(Arguments(setup), Folder, Console = new StringWriter());
        await StartAsync();
    }

    /// <summary>Runs a recipe as the site itself.</summary>
    public async Task<RecipeReport> RunRecipeAsync(string json)
    {
        using var recipe = RecipeDocument.Parse(Encoding.UTF8.GetBytes(json), "given.recipe.json");
        return await Get<RecipeRunner>().RunAsync(recipe, Caller.Site);
    }

    /// <summary>Runs a recipe with these steps, each a JSON object.</summary>
    public Task<RecipeReport> RunStepsAsync(params string[] steps) => RunRecipeAsync(Recipe.Of("Given", steps));

    /// <summary>The body of an answer that must be 200.</summary>
    public async Task<string> GetAsync(string path, HttpClient? user = null)
    {
        using var answer = await (user ?? Visitor).GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"GET {path} answered {(int)answer.StatusCode}: {body}");
        return body;
    }

    /// <summary>The JSON of a GraphQL answer, whatever its status.</summary>
    public async Task<JsonElement> PostGraphQlAsync(string query, object? variables = null, HttpClient? user = null)
    {
        using var answer = await (user ?? Visitor).PostAsJsonAsync("/api/graphql", new { query, variables });
        var body = await answer.Content.ReadAsStringAsync();
        return JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The published item, read as every door reads it.</summary>
    public ValueTask<ContentItem?> FindAsync(string contentItemId) => Get<ContentReader>().FindPublishedAsync(contentItemId);

    /// <summary>A browser signed in as a new user with these roles.</summary>
    public async Task<HttpClient> SignInAsync(params string[] roles)
    {
        await using var scope = Services.CreateAsyncScope();
        var id = ContentId.New();
        var user = new UserRow { Id = id, UserName = id, NormalizedUserName = id.ToUpperInvariant(), SecurityStamp = id, RoleNames = [.. roles] };
        var db = scope.ServiceProvider.GetRequiredService<StorageContext>();
        db.Users.Add(user);
        await db.SaveChangesAsync();
        var principal = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<UserRow>>().CreateAsync(user);
        return WithCookie(principal);
    }

    /// <summary>A browser with its own cookies that follows no redirects.</summary>
    public HttpClient NewBrowser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(app.Urls.First()) };

    public TService Get<TService>()
        where TService : notnull => Services.GetRequiredService<TService>();

    public async ValueTask DisposeAsync()
    {
        Visitor?.Dispose();
        await app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task StartAsync()
    {
        await app.PrepareAsync();
        await app.StartAsync();
        Visitor = NewBrowser();
        if (!setup.AwaitReady) return;
        await Get<SetupState>().FinishedAsync.WaitAsync(TimeSpan.FromMinutes(2));
        Assert.True(Get<SetupState>().IsReady, Get<SetupState>().Failure);
    }

    // Signing in through the form is tested once; here the ticket is made directly, which costs no password hashing.
    private HttpClient WithCookie(ClaimsPrincipal principal)
    {
        var cookie = Get<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var properties = new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) };
        var ticket = cookie.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme));
        var browser = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        browser.CookieContainer.Add(new Uri(app.Urls.First()), new Cookie(cookie.Cookie.Name!, ticket));
        return new HttpClient(browser) { BaseAddress = new Uri(app.Urls.First()) };
    }

    private static string[] Arguments(SiteSetup setup) =>
    [
        "--urls=http://127.0.0.1:0",
        "--Logging:LogLevel:Default=None",
        // All tests come from one address.
        "--Accounts:PostsPerMinute=100000",
        "--OrchardCore:OrchardCore_AutoSetup:Tenants:0:SiteName=Test site",
        $"--OrchardCore:OrchardCore_AutoSetup:Tenants:0:RecipeName={setup.RecipeName}",
        .. setup.Settings.Select(setting => $"--{setting.Key}={setting.Value}"),
    ];
}
