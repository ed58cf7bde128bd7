using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Pages;

/// <summary>What readers do on the public site, in a real browser.</summary>
public sealed class PublicJourneys(Chromium chromium)
{
    [Fact]
    public async Task From_the_home_page_a_reader_gets_to_a_target_in_two_clicks()
    {
        var page = await chromium.DesktopAsync();
        await page.GotoAsync("/");
        await Chromium.ShootAsync(page, "home");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sustainable cities and communities" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Sustainable cities");
        await page.GetByRole(AriaRole.Link, new() { Name = "Safe, affordable public transport for all" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/goals/11/2$"));
        await Expect(page.GetByText("Practices").First).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "target");
    }

    [Fact]
    public async Task A_list_is_filtered_by_goal_and_paged()
    {
        var page = await chromium.DesktopAsync();
        await page.GotoAsync("/practices");
        await page.GetByText("Filter by goal").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Clean water and sanitation" }).ClickAsync();
        await Expect(page.GetByText("goal 6, Clean water and sanitation")).ToBeVisibleAsync();
        await page.GotoAsync("/practices?goal=11");
        var first = await page.Locator("main article, main li h3, main h3").First.InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Next" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("goal=11.*page=2|page=2.*goal=11"));
        Assert.NotEqual(first, await page.Locator("main article, main li h3, main h3").First.InnerTextAsync());
        await Chromium.ShootAsync(page, "list-page-2");
        await page.GotoAsync("/practices?page=999");
        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Pages" })).ToContainTextAsync(new Regex(@"Page (\d+) of \1"));
        await Expect(page.Locator("main h3").First).ToBeVisibleAsync();
        await page.GotoAsync("/practices?goal=99");
        await Expect(page.GetByText("There is no such goal.")).ToBeVisibleAsync();
        await Expect(page.Locator("main h3")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_practice_leads_to_its_city_and_back_to_its_practices()
    {
        var page = await chromium.DesktopAsync();
        await page.GotoAsync("/practices/seoul-cheonggyecheon-stream-restoration");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Results" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Related practices" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Safe, inclusive green and public spaces" }).First).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "practice");
        await page.GetByRole(AriaRole.Link, new() { Name = "Seoul", Exact = true }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "Seoul" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Cheonggyecheon" })).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "city");
    }

    [Fact]
    public async Task Search_finds_words_and_facets_narrow_the_results()
    {
        var page = await chromium.DesktopAsync();
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Searchbox).Or(page.Locator("main input[name=Terms]")).First.FillAsync("waste");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("mark").First).ToContainTextAsync("aste");
        await Chromium.ShootAsync(page, "search");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Practice\\s*\\d") }).First.ClickAsync();
        await Expect(page.GetByText("Shanghai household waste").Or(page.GetByText("Surabaya")).First).ToBeVisibleAsync();
        await page.GotoAsync("/search?Terms=zzzqqq");
        await Expect(page.GetByText("Nothing was found")).ToBeVisibleAsync();
        await Expect(page.Locator("main input[name=Terms]")).ToHaveValueAsync("zzzqqq");
        await Chromium.ShootAsync(page, "search-nothing");
    }

    [Fact]
    public async Task An_event_has_dates_a_place_and_a_calendar_file()
    {
        var page = await chromium.DesktopAsync();
        await page.GotoAsync("/events");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "World Urban Forum" }).First.ClickAsync();
        await Chromium.ShootAsync(page, "event");
        var calendar = await page.Locator("a[href$='.ics']").First.GetAttributeAsync("href");
        var answer = await page.APIRequest.GetAsync(calendar!);
        Assert.Equal(200, answer.Status);
        Assert.Contains("BEGIN:VEVENT", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_publication_shows_how_to_cite_it()
    {
        var page = await chromium.DesktopAsync();
        await page.GotoAsync("/publications");
        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "World Cities Report 2022" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("(2022)");
        await Chromium.ShootAsync(page, "publication");
    }

    [Fact]
    public async Task A_phone_reads_a_practice_without_sideways_scrolling()
    {
        var page = await chromium.PhoneAsync();
        foreach (var (path, name) in new[] { ("/", "phone-home"), ("/practices", "phone-list"), ("/practices/seoul-cheonggyecheon-stream-restoration", "phone-practice"), ("/cities/seoul", "phone-city"), ("/search?Terms=bus", "phone-search") })
        {
            await page.GotoAsync(path);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), $"{path} is wider than the screen.");
            await Chromium.ShootAsync(page, name);
        }
    }

    [Fact]
    public async Task Everything_reads_with_script_off_and_by_keyboard()
    {
        var page = await chromium.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, ColorScheme = ColorScheme.Dark, ViewportSize = new ViewportSize { Width = 1280, Height = 900 } });
        await page.GotoAsync("/practices/seoul-cheonggyecheon-stream-restoration");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Cheonggyecheon");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("#main$"));
        await Chromium.ShootAsync(page, "dark-practice");
    }

    [Fact]
    public async Task A_practice_prints_as_its_text_without_ways_to_other_pages()
    {
        var page = await chromium.DesktopAsync();
        await page.GotoAsync("/practices/seoul-cheonggyecheon-stream-restoration");
        var ways = page.Locator("header nav a, footer nav a, a.seek").Filter(new() { Visible = true });
        Assert.NotEqual(0, await ways.CountAsync());

        await page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(ways).ToHaveCountAsync(0);
        foreach (var heading in new[] { "Results", "Sources" }) await Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator("main .prose p").First).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "print-practice");
    }

    [Fact]
    public async Task A_missing_page_says_so_and_helps_on()
    {
        var page = await chromium.DesktopAsync();
        var answer = await page.GotoAsync("/practices/never-written");
        Assert.Equal(404, answer!.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await Expect(page.Locator("main input[name=Terms]")).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "missing");
    }
}
