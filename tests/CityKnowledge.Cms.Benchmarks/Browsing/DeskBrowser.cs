using System.Diagnostics;
using System.Globalization;
using CityKnowledge.Cms.Benchmarks.Load;
using CityKnowledge.Cms.Benchmarks.Servers;
using CityKnowledge.Cms.BrowserTests.Desk;
using Microsoft.Playwright;

namespace CityKnowledge.Cms.Benchmarks.Browsing;

/// <summary>What an editor's browser loads and waits for: Chromium, an empty cache, the same machine.</summary>
internal sealed class DeskBrowser : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";
    private const int Times = 9;
    private const long MostBytes = 300_000;
    private const int MostRequests = 20;
    private static readonly TimeSpan LongestPreview = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestUntilFound = TimeSpan.FromSeconds(1);
    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly IPage page;

    private DeskBrowser(IPlaywright playwright, IBrowser browser, IPage page) => (this.playwright, this.browser, this.page) = (playwright, browser, page);

    /// <summary>Whether this machine has the browser.</summary>
    public static bool IsThere => File.Exists(Program);

    public static async Task<DeskBrowser> OpenAsync(ServerProcess server, SignedIn admin)
    {
        var site = $"http://127.0.0.1:{server.Port.ToString(CultureInfo.InvariantCulture)}";
        var driver = await Playwright.CreateAsync();
        var chromium = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = ["--no-sandbox", "--disable-gpu"] });
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions { BaseURL = site, ViewportSize = new ViewportSize { Width = 1440, Height = 900 } });
        await context.AddCookiesAsync(admin.Cookie.Split("; ").Select(pair => pair.Split('=', 2)).Select(pair => new Cookie { Name = pair[0], Value = pair[1], Url = site }));
        var tab = await context.NewPageAsync();
        // A form that was typed into asks before it is left.
        tab.Dialog += async (_, question) => await question.AcceptAsync();
        return new DeskBrowser(driver, chromium, tab);
    }

    /// <summary>Loads a page some times with an empty cache: median time until it can be used, bytes over the line, requests.</summary>
    public async Task<Row> LoadAsync(string name, string address)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        var (bytes, requests) = (0.0, 0);
        session.Event("Network.loadingFinished").OnEvent += (_, message) => bytes += message!.Value.GetProperty("encodedDataLength").GetDouble();
        session.Event("Network.requestWillBeSent").OnEvent += (_, message) => requests += message!.Value.GetProperty("request").GetProperty("url").GetString()!.StartsWith("data:", StringComparison.Ordinal) ? 0 : 1;
        var times = new List<long>();
        for (var i = 0; i < Times; i++)
        {
            (bytes, requests) = (0, 0);
            var start = Stopwatch.GetTimestamp();
            await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
            times.Add(Stopwatch.GetTimestamp() - start);
            await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
            await page.EvaluateAsync("() => new Promise(done => requestIdleCallback(done, { timeout: 1000 }))");
        }

        await session.DetachAsync();
        times.Sort();
        var median = TimeSpan.FromSeconds((double)times[Times / 2] / Stopwatch.Frequency);
        return new Row(string.Create(CultureInfo.InvariantCulture, $"{name}: {Row.Milliseconds(median)}, {bytes / 1000:0} kB, {requests} requests"), null, "< 300 kB, < 20 requests", bytes < MostBytes && requests < MostRequests);
    }

    /// <summary>From a key in the title to the drawn page beside the form, median.</summary>
    public async Task<Row> PreviewAsync(string itemId)
    {
        await page.GotoAsync($"/Admin/Contents/ContentItems/{itemId}/Edit");
        await page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();
        await page.Locator(".preview-frame").First.WaitForAsync();
        var times = new List<double>();
        for (var i = 0; i < Times * 2; i++) times.Add(await page.EvaluateAsync<double>(PreviewProbe.TypeAndWait, $"Written as number {i.ToString(CultureInfo.InvariantCulture)}"));
        times.Sort();
        var median = TimeSpan.FromMilliseconds(times[Times]);
        return new Row($"preview after a key: {Row.Milliseconds(median)}, slowest {Row.Milliseconds(TimeSpan.FromMilliseconds(times[^1]))}", null, "≤ 300 ms", median <= LongestPreview);
    }

    /// <summary>From a press of "Publish" until the page, GraphQL and search all give the new title, median.</summary>
    /// <exception cref="WrongAnswerException">One of them still does not after half a minute.</exception>
    public async Task<Row> PublishAsync(string itemId, string path)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < Times; i++)
        {
            var title = $"Published{Guid.NewGuid():N}";
            await page.GotoAsync($"/Admin/Contents/ContentItems/{itemId}/Edit");
            await page.Locator("[name='TitlePart.Title']").FillAsync(title);
            var start = Stopwatch.GetTimestamp();
            await page.Locator(".actions [name='submit.Publish']").First.ClickAsync();
            foreach (var place in (string[])["/" + path, $"/api/graphql?query=%7Bpractice(where:%7BdisplayText:%22{title}%22%7D)%7BdisplayText%7D%7D", $"/search?Terms={title}"]) await WaitForAsync(place, title);
            times.Add(Stopwatch.GetElapsedTime(start));
            await page.GetByText("Published.", new() { Exact = true }).First.WaitForAsync();
        }

        times.Sort();
        return new Row($"from \"Publish\" to page, GraphQL and search: {Row.Milliseconds(times[Times / 2])}, slowest {Row.Milliseconds(times[^1])}", null, "≤ 1 s", times[Times / 2] <= LongestUntilFound);
    }

    private async Task WaitForAsync(string address, string title)
    {
        // A page of results repeats the words that were looked for: only a result links there.
        var wanted = address.StartsWith("/search", StringComparison.Ordinal) ? $"{title}</a>" : title;
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30); await Task.Delay(5))
        {
            var answer = await page.Context.APIRequest.GetAsync(address);
            if (answer.Ok && (await answer.TextAsync()).Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal).Contains(wanted, StringComparison.Ordinal)) return;
        }

        throw new WrongAnswerException($"{address} does not give '{title}', which was published.");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
