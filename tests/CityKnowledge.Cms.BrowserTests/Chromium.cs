using CityKnowledge.Cms.BrowserTests;
using CityKnowledge.Cms.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace CityKnowledge.Cms.BrowserTests;

/// <summary>One Chromium and one demo site for all journeys; each journey has a browser context of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Program = "/usr/bin/chromium";
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    /// <summary>The repository's site with all demo content; journeys that change content start a site of their own.</summary>
    internal Site Demo { get; private set; } = null!;

    /// <summary>Where each journey leaves its pictures, for people to look at.</summary>
    public static string Pictures { get; } = Path.Combine(Path.GetTempPath(), "cityknowledge-journeys");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Pictures);
        Assertions.SetDefaultExpectTimeout(15_000);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        Demo = await Site.StartAsync(SiteSetup.Demo);
        await SearchIsReadyAsync();
    }

    /// <summary>A page of a desktop screen.</summary>
    internal Task<IPage> DesktopAsync(Site? site = null) => OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 } }, site);

    /// <summary>A page of a phone.</summary>
    internal Task<IPage> PhoneAsync(Site? site = null) => OpenAsync(
        new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, DeviceScaleFactor = 2, IsMobile = true, HasTouch = true }, site);

    internal async Task<IPage> OpenAsync(BrowserNewContextOptions options, Site? site = null)
    {
        options.BaseURL = (site ?? Demo).Visitor.BaseAddress!.ToString();
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    /// <summary>Takes a picture of the whole page.</summary>
    internal static Task ShootAsync(IPage page, string name) =>
        page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, name + ".png"), FullPage = true });

    private async Task SearchIsReadyAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!(await Demo.Visitor.GetAsync("/health/ready", patience.Token)).IsSuccessStatusCode) await Task.Delay(200, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (Demo is not null) await Demo.DisposeAsync();
    }
}
