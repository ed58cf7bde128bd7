using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Tests.Admin;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>Every screen of the administration and of accounts, found by asking the running site, in every form people see it.</summary>
public sealed class ScreenTests(Chromium chromium)
{
    private const int MostBytes = 300_000;
    private const int MostRequests = 20;

    // 1280 px at 400 %, and the narrowest phone.
    private const int Zoomed = 320;
    private const int Phone = 360;

    [Fact]
    public async Task Every_screen_is_open_to_everyone_light_fast_and_narrow()
    {
        var found = new List<string>();
        using var admin = await Persona.SignInAsync(chromium.Demo, "Administrator");
        foreach (var ticket in new[] { admin.Ticket, null })
        {
            var screen = await OpenAsync(ticket);
            foreach (var path in await PathsAsync(admin, isSignedIn: ticket is not null, found))
            {
                var troubles = await LookAsync(screen, path);
                found.AddRange(troubles.Distinct().Select(trouble => $"{path}{(ticket is null ? " (visitor)" : "")}: {trouble}"));
            }

            await screen.Page.Context.CloseAsync();
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task In_arabic_every_screen_is_mirrored()
    {
        using var admin = await Persona.SignInAsync(chromium.Demo, "Administrator");
        var screen = await OpenAsync(admin.Ticket);
        await screen.SetCookieAsync("CityKnowledge.Language=ar");
        var drafts = await CountDraftsAsync();
        var found = new List<string>();
        foreach (var path in await PathsAsync(admin, isSignedIn: true, found))
        {
            await screen.Page.SetViewportSizeAsync(1280, 900);
            await screen.VisitAsync(path);
            if (await screen.Page.GetAttributeAsync("html", "dir") != "rtl") found.Add($"{path}: not from right to left");
            if (await screen.Page.Locator("body.desk #menu").CountAsync() > 0 && !await IsMirroredAsync(screen.Page)) found.Add($"{path}: the menu stands on the left");
            foreach (var width in new[] { 1280, Phone }) found.AddRange((await screen.FindOverflowAsync(width)).Select(wide => $"{path} at {width}: {wide}"));
        }

        await screen.Page.SetViewportSizeAsync(1280, 900);
        await screen.VisitAsync("/Admin");
        await Chromium.ShootAsync(screen.Page, "desk-rtl");
        await screen.Page.Context.CloseAsync();
        // Looking at a form is not writing.
        Assert.Equal(drafts, await CountDraftsAsync());
        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public async Task Open_menus_are_open_to_everyone_too()
    {
        using var admin = await Persona.SignInAsync(chromium.Demo, "Administrator");
        var screen = await OpenAsync(admin.Ticket);
        await screen.Page.SetViewportSizeAsync(Phone, 800);
        await screen.VisitAsync("/Admin");
        await screen.Page.Locator(".menu-button").ClickAsync();
        await Expect(screen.Page.Locator("#menu")).ToBeVisibleAsync();
        Assert.Empty(await screen.FindBarriersAsync());
        await Chromium.ShootAsync(screen.Page, "desk-phone-menu");
        await screen.Page.Keyboard.PressAsync("Escape");
        await Expect(screen.Page.Locator("#menu")).ToBeHiddenAsync();
        await screen.Page.Locator("details.drop > summary").Last.ClickAsync();
        Assert.Empty(await screen.FindBarriersAsync());
        Assert.Empty(await screen.FindOverflowAsync(Zoomed));
        await screen.Page.Context.CloseAsync();
    }

    [Fact]
    public async Task Public_pages_get_along_with_their_policy()
    {
        var screen = await OpenAsync(null);
        foreach (var path in new[] { "/", "/practices", "/practices/seoul-cheonggyecheon-stream-restoration", "/cities/seoul", "/goals/11/2", "/events", "/search?Terms=bus" })
        {
            Assert.Equal(200, await screen.VisitAsync(path));
            Assert.Empty(screen.Complaints);
        }

        await screen.Page.Context.CloseAsync();
    }

    // Once loaded, the page is looked at in every form: light and dark, wide and narrow.
    private static async Task<IReadOnlyList<string>> LookAsync(Screen screen, string path)
    {
        await screen.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        await screen.Page.SetViewportSizeAsync(1280, 900);
        var status = await screen.VisitAsync(path);
        var found = new List<string>();
        if (status != 200) return [$"answered {status}"];
        found.AddRange(screen.Complaints.Select(complaint => "complains: " + complaint));
        if (screen.Bytes >= MostBytes) found.Add($"loads {screen.Bytes:0} bytes");
        if (screen.Requests.Count >= MostRequests) found.Add($"loads {screen.Requests.Count} files: {string.Join(' ', screen.Requests)}");
        foreach (var (scheme, width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, Phone) })
        {
            await screen.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await screen.Page.SetViewportSizeAsync(width, 900);
            found.AddRange((await screen.FindBarriersAsync()).Select(barrier => $"{scheme} {width} px: {barrier}"));
        }

        found.AddRange((await screen.FindOverflowAsync(Zoomed)).Select(wide => $"at {Zoomed} px: {wide}"));
        return found;
    }

    private async Task<IReadOnlyList<string>> PathsAsync(Persona admin, bool isSignedIn, List<string> found)
    {
        var samples = new SampleValues(chromium.Demo, await KnownAsync(admin.Caller));
        using var visitor = Persona.Visitor(chromium.Demo);
        var paths = new List<string>();
        foreach (var address in (await AdminAddress.ListAsync(chromium.Demo)).Where(address => address is { Verb: "GET", IsPage: true }))
        {
            // Links in mails need a token that only the mail holds, and handlers that read are asked by scripts.
            if (address.Route.Contains('?', StringComparison.Ordinal)) continue;
            var path = ScreenQueries.Find(address.Route) ?? address.Fill(await samples.MakeAsync(address, admin.Caller));
            using var answer = await (isSignedIn ? admin : visitor).GetAsync(path);
            if ((int)answer.StatusCode == 200 && answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            if ((int)answer.StatusCode == 200) paths.Add(path);
            else if (isSignedIn && !ScreenQueries.MayRefuse(address.Route)) found.Add($"{path} answered {(int)answer.StatusCode}: give it what it needs in ScreenQueries, or say there that it may refuse.");
        }

        return paths;
    }

    private async Task<int> CountDraftsAsync()
    {
        await using var db = chromium.Demo.Get<Store>().OpenRead();
        return await db.Versions.CountAsync(row => row.Latest && !row.Published);
    }

    private async Task<KnownThings> KnownAsync(Caller admin)
    {
        await using var db = chromium.Demo.Get<Store>().OpenRead();
        var practice = await db.Versions.Where(row => row.Published && row.Kind == "Practice").OrderBy(row => row.Id).Select(row => row.DocumentId).FirstAsync();
        var taxonomy = await db.Versions.Where(row => row.Published && row.Kind == "Taxonomy").OrderBy(row => row.Id).Select(row => row.DocumentId).FirstAsync();
        return new KnownThings(practice, "Practice", "Editor", admin.UserId!, taxonomy);
    }

    private async Task<Screen> OpenAsync(string? ticket) => await Screen.OpenAsync(await chromium.DesktopAsync(), chromium.Demo.Visitor.BaseAddress!, ticket);

    private static Task<bool> IsMirroredAsync(IPage page) =>
        page.EvaluateAsync<bool>("document.querySelector('#menu').getBoundingClientRect().left > document.querySelector('main').getBoundingClientRect().left");
}
