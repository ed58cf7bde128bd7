using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Tests;
using CityKnowledge.Cms.Tests.Admin;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>Writing with the page in view, and showing a draft to people outside.</summary>
public sealed class PreviewJourneys(Chromium chromium, PreviewJourneys.OwnSite own) : IClassFixture<PreviewJourneys.OwnSite>
{
    private const string Title = "#TitlePart_Title";

    private Site Site => own.Site;

    [Fact]
    public async Task The_page_follows_every_key()
    {
        var page = await OpenFormAsync();
        await page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();
        await ShownAsync(page, "Cheonggyecheon");
        await Chromium.ShootAsync(page, "preview-desktop");
        var waits = new List<double>();
        for (var i = 0; i < 7; i++) waits.Add(await TypeAndWaitAsync(page, $"Buses that come {i}"));
        // How long it took is said, not judged: this machine may be busy.
        TestContext.Current.SendDiagnosticMessage($"The preview followed after {string.Join(", ", waits.Select(wait => $"{wait:0}"))} ms.");
        Assert.Equal(1, await page.Locator(".preview-frame").CountAsync());
        foreach (var width in new[] { "Phone 360", "Tablet 768" })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = width }).ClickAsync();
            Assert.Equal(width.Split(' ')[1], await page.EvaluateAsync<string>("String(document.querySelector('.preview-frame').contentWindow.innerWidth)"));
            await Chromium.ShootAsync(page, "preview-" + width.Split(' ')[0].ToLowerInvariant());
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_place_on_the_page_stays_and_links_lead_nowhere()
    {
        var page = await OpenFormAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error" && message.Text.Contains("Security Policy", StringComparison.Ordinal)) complaints.Add(message.Text); };
        await page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();
        await ShownAsync(page, "Cheonggyecheon");
        await page.EvaluateAsync("document.querySelector('.preview-frame').contentWindow.scrollTo(0, 400)");
        await TypeAndWaitAsync(page, "Another title");
        await page.WaitForFunctionAsync("() => document.querySelector('.preview-frame').contentWindow.scrollY === 400");
        await page.FrameLocator(".preview-frame").GetByRole(AriaRole.Link).First.EvaluateAsync("link => link.click()");
        await ShownAsync(page, "Another title");
        Assert.Single(page.Context.Pages);
        await page.Keyboard.PressAsync("Tab");
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Script_in_the_text_never_runs_in_the_preview()
    {
        var page = await OpenFormAsync();
        var ran = false;
        await page.ExposeFunctionAsync("ran", () => { ran = true; });
        page.Dialog += (_, dialog) => { ran = true; _ = dialog.DismissAsync(); };
        await page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();
        foreach (var hostile in new[] { "<img src=x onerror=\"top.ran()\">", "<svg onload=alert(1)>", "</title><script>parent.ran()</script>", "{{ 'x' | raw }}{% script src: 'x' %}" })
        {
            await TypeAndWaitAsync(page, hostile);
            await Expect(page.FrameLocator(".preview-frame").GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(hostile);
        }

        Assert.False(ran);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task With_script_off_the_button_shows_the_page_in_a_window()
    {
        var page = await OpenFormAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        await page.Locator(Title).FillAsync("Without script");
        var window = await page.Context.RunAndWaitForPageAsync(() => page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync());
        await Expect(window.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Without script");
        await Expect(window.GetByText("This is a draft")).ToBeVisibleAsync();
        await Chromium.ShootAsync(window, "preview-window");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_window_follows_the_form_like_the_panel()
    {
        var page = await OpenFormAsync();
        await page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();
        var window = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Open in a window" }).ClickAsync());
        await Expect(window.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Cheonggyecheon");
        await page.Locator(Title).FillAsync("On the second screen");
        await Expect(window.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("On the second screen");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_the_preview_covers_the_form_and_closes_again()
    {
        var page = await OpenFormAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 844 }, IsMobile = true, HasTouch = true });
        await page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();
        await ShownAsync(page, "Cheonggyecheon");
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Chromium.Pictures, "preview-on-phone.png") });
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(page.Locator(".preview")).ToBeHiddenAsync();
        await Expect(page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true })).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_is_shared_seen_by_a_stranger_and_taken_back()
    {
        var page = await OpenFormAsync();
        await page.GotoAsync(page.Url.Replace("/Edit", "/Share", StringComparison.Ordinal));
        await page.GetByLabel("1 day").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        var link = await page.GetByRole(AriaRole.Textbox, new() { Name = "Link" }).InputValueAsync();
        await Chromium.ShootAsync(page, "share");
        var stranger = await chromium.PhoneAsync(Site);
        await stranger.GotoAsync(link);
        await Expect(stranger.GetByText("This is a draft")).ToBeVisibleAsync();
        await Expect(stranger.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Cheonggyecheon");
        await Chromium.ShootAsync(stranger, "share-phone");
        await page.GetByRole(AriaRole.Button, new() { Name = "End it now" }).ClickAsync();
        await Expect(page.GetByText("The link does not work any more.")).ToBeVisibleAsync();
        Assert.Equal(404, (await stranger.GotoAsync(link))!.Status);
        await stranger.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    // Opens the form of a practice of its own.
    private async Task<IPage> OpenFormAsync(BrowserNewContextOptions? options = null)
    {
        using var editor = await Persona.SignInAsync(Site, "Editor");
        var practice = await Site.Get<ContentEditor>().CloneAsync(editor.Caller, own.Practice);
        var page = await chromium.OpenAsync(options ?? new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 900 } }, Site);
        var end = editor.Ticket!.IndexOf('=', StringComparison.Ordinal);
        await page.Context.AddCookiesAsync([new Cookie { Name = editor.Ticket[..end], Value = editor.Ticket[(end + 1)..], Url = Site.Visitor.BaseAddress!.ToString() }]);
        await page.GotoAsync($"/Admin/Contents/ContentItems/{practice!.ContentItemId}/Edit");
        return page;
    }

    private static Task ShownAsync(IPage page, string title) =>
        page.WaitForFunctionAsync("title => [...document.querySelectorAll('.preview-frame:not(.waiting)')].some(frame => frame.contentDocument?.querySelector('h1')?.textContent.includes(title))", title);

    // Measured in the page itself, from the key to the drawn page.
    private static Task<double> TypeAndWaitAsync(IPage page, string title) => page.EvaluateAsync<double>(PreviewProbe.TypeAndWait, title);

    /// <summary>The demo site, which these journeys change.</summary>
    public sealed class OwnSite : IAsyncLifetime
    {
        internal Site Site { get; private set; } = null!;

        /// <summary>A published practice.</summary>
        public string Practice { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Site = await Site.StartAsync(SiteSetup.Demo);
            await using var db = Site.Get<Store>().OpenRead();
            Practice = await db.Versions.Where(row => row.Published && row.Kind == "Practice" && row.Title!.StartsWith("Cheonggyecheon")).Select(row => row.DocumentId).FirstAsync();
        }

        public async ValueTask DisposeAsync() => await Site.DisposeAsync();
    }
}
