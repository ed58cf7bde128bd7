using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Tests;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>Editors find, change, compare and bring back items, in a real browser.</summary>
public sealed class ListJourneys(Chromium chromium)
{
    private const string Practice = "seoul-cheonggyecheon-stream-restoration";

    [Fact]
    public async Task With_the_keyboard_alone_an_editor_goes_anywhere()
    {
        var page = await (await chromium.DesktopAsync()).AsAsync(chromium.Demo, Caller.AdministratorRole);
        await page.GotoAsync("/Admin");
        await Chromium.ShootAsync(page, "desk-start");
        await page.Keyboard.PressAsync("Control+k");
        var box = page.GetByRole(AriaRole.Combobox, new() { Name = "Go to, find or make" });
        await Expect(box).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Bin" })).ToBeVisibleAsync();
        await page.Keyboard.TypeAsync("cheonggyecheon");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Cheonggyecheon", Selected = true })).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Chromium.Pictures, "desk-palette.png") });
        await CheckAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Expect(box).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("audit");
        await Expect(page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/Admin/AuditTrail$"));
    }

    [Fact]
    public async Task Enter_opens_what_was_typed_however_late_its_answer_is()
    {
        var page = await (await chromium.DesktopAsync()).AsAsync(chromium.Demo, Caller.AdministratorRole);
        await page.GotoAsync("/Admin");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Bin" })).ToBeVisibleAsync();
        await page.RouteAsync("**/Admin/Palette?q=audit*", async route =>
        {
            await Task.Delay(500);
            await route.ContinueAsync();
        });
        await page.Keyboard.TypeAsync("audit");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex("/Admin/AuditTrail$"));
    }

    [Fact]
    public async Task An_editor_filters_deletes_with_a_question_and_takes_it_back()
    {
        await using var site = await Site.StartAsync(SiteSetup.Demo);
        var page = await (await chromium.DesktopAsync(site)).AsAsync(site, Caller.AdministratorRole);
        await page.GotoAsync("/Admin/Contents/ContentItems");
        await Chromium.ShootAsync(page, "desk-list");
        await page.GetByText("Filters and order").ClickAsync();
        await page.GetByLabel("Type", new() { Exact = true }).SelectOptionAsync("Practice");
        await page.GetByLabel("Term").FillAsync("11.2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filter", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Find in titles, or filter" })).ToHaveValueAsync("type:Practice term:11.2");
        await Chromium.ShootAsync(page, "desk-list-filtered");
        var first = page.Locator("tbody tr").First;
        var title = await first.Locator("th a").InnerTextAsync();
        await first.GetByText("More").ClickAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Chromium.Pictures, "desk-list-menu.png") });
        await first.GetByRole(AriaRole.Link, new() { Name = "Delete…" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("It goes into the bin");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Chromium.Pictures, "desk-delete.png") });
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("is in the bin");
        await Expect(page.GetByRole(AriaRole.Searchbox, new() { Name = "Find in titles, or filter" })).ToHaveValueAsync("type:Practice term:11.2");

        await page.GotoAsync("/Admin/Contents/Bin");
        await Chromium.ShootAsync(page, "desk-bin");
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete for good" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await CheckAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync($"“{title}” is back, as a draft.");
    }

    [Fact]
    public async Task An_earlier_version_is_compared_and_restored()
    {
        await using var site = await Site.StartAsync(SiteSetup.Demo);
        var id = (await site.Get<ContentReader>().FindHandleAsync($"slug:practices/{Practice}"))!.ContentItemId;
        await RewriteAsync(site, id);
        var page = await (await chromium.DesktopAsync(site)).AsAsync(site, Caller.AdministratorRole);
        await page.GotoAsync($"/Admin/AuditTrail/{id}");
        await Chromium.ShootAsync(page, "desk-history");
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "What changed" }).First.ClickAsync();
        await Expect(page.Locator("ins").Filter(new() { HasText = "rewritten" }).First).ToBeVisibleAsync();
        await Chromium.ShootAsync(page, "desk-compare");
        await CheckAsync(page);
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Restore as draft" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Restore as draft" }).ClickAsync();
        await Expect(page.GetByText("An earlier version restored as a draft")).ToBeVisibleAsync();
        Assert.DoesNotContain("rewritten", (await site.Get<ContentReader>().FindLatestAsync(id))!.DisplayText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_screen_fits_a_phone_and_is_clean_for_assistive_technology()
    {
        var page = await (await chromium.PhoneAsync()).AsAsync(chromium.Demo, Caller.AdministratorRole);
        var item = (await chromium.Demo.Get<ContentReader>().FindHandleAsync($"slug:practices/{Practice}"))!;
        (string Name, string Address)[] screens =
        [
            ("start", "/Admin"), ("list", "/Admin/Contents/ContentItems"), ("bin", "/Admin/Contents/Bin"), ("log", "/Admin/AuditTrail"), ("shortcuts", "/Admin/Shortcuts"),
            ("history", $"/Admin/AuditTrail/{item.ContentItemId}"), ("version", $"/Admin/AuditTrail/{item.ContentItemId}/Compare?to={item.ContentItemVersionId}"),
        ];
        foreach (var (name, address) in screens)
        {
            await page.GotoAsync(address);
            await Chromium.ShootAsync(page, $"desk-phone-{name}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{address} scrolls sideways.");
            await CheckAsync(page);
        }
    }

    private static async Task CheckAsync(IPage page)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } });
        Assert.True(found.Violations.Length == 0, string.Join("\n", found.Violations.Select(violation => $"{page.Url}: {violation.Id} {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")));
    }

    private static async Task RewriteAsync(Site site, string id)
    {
        var draft = ContentDraft.FromItem((await site.Get<ContentReader>().FindLatestAsync(id))!);
        draft.Part("TitlePart")["Title"] = draft.DisplayText += ", rewritten";
        draft.Part("Knowledge")["Summary"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = "A stream was rewritten in the middle of the city, <script>alert(1)</script> and all." };
        draft.Part("Practice")["Cities"]!["ContentItemIds"] = new System.Text.Json.Nodes.JsonArray();
        await site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft);
    }
}
