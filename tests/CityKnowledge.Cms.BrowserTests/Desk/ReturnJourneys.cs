using System.Globalization;
using CityKnowledge.Cms.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>Coming back to a form: after saving by key, and with the browser's Back.</summary>
public sealed class ReturnJourneys(Chromium chromium) : IAsyncLifetime
{
    private const string Role = "#Person_Role_Text";
    private const string CountKept = """
        () => new Promise(resolve => {
          indexedDB.open('form-journal').onsuccess = ({ target: { result: database } }) => {
            database.transaction('records').objectStore('records').count().onsuccess = ({ target: { result: count } }) => { database.close(); resolve(count); };
          };
        })
        """;

    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync(SiteSetup.CityKnowledge);

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task The_save_key_saves_the_draft_at_once()
    {
        var anna = await BeginAsync();
        await anna.Title.FillAsync("Ada Writer");
        await anna.Summary.FillAsync("Saved by key");
        await anna.StateIsAsync("changed");

        await anna.Page.Keyboard.PressAsync("Control+s");
        await anna.StateIsAsync("saved");
        await anna.Page.ReloadAsync();

        await Expect(anna.Title).ToHaveValueAsync("Ada Writer");
        await Expect(anna.Summary).ToHaveValueAsync("Saved by key");
        Assert.Equal("Saved by key", await anna.StoredSummaryAsync());
        Assert.False((await anna.LatestAsync())!.Published);
    }

    [Fact]
    public async Task Back_in_an_old_form_the_newer_text_stands_and_stays()
    {
        var anna = await BeginAsync();
        await WriteAsync(anna, "The first text");
        await anna.Page.Keyboard.PressAsync("Control+s");
        await anna.StateIsAsync("saved");
        await PublishAsync(anna);
        await anna.Summary.FillAsync("The second text");
        await PublishAsync(anna);
        await anna.OpenAsync("/Admin/Contents/ContentItems");

        for (var forms = 0; forms < 3; forms++) await anna.Page.GoBackAsync();
        await Expect(anna.Page.Locator(".message.done")).ToHaveCountAsync(0);
        await Expect(anna.Summary).ToHaveValueAsync("The second text");
        await ReadyAsync(anna);
        await anna.Page.Locator(Role).FillAsync("Planner");
        await anna.Page.Keyboard.PressAsync("Control+s");
        await anna.StateIsAsync("saved");

        Assert.Equal("The second text", await anna.StoredSummaryAsync());
        Assert.Contains("Planner", (await anna.LatestAsync())!.Part("Person").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_in_the_form_of_a_new_item_makes_no_second_one()
    {
        var anna = await BeginAsync();
        await WriteAsync(anna, "The only text");
        await PublishAsync(anna);
        await anna.OpenAsync("/Admin");
        await anna.Page.Clock.ResumeAsync();

        for (var forms = 0; forms < 2; forms++) await anna.Page.GoBackAsync();
        await ReadyAsync(anna);
        // Longer than a form waits before it saves.
        await anna.Page.WaitForTimeoutAsync(2_500);

        Assert.EndsWith(Writer.Create, anna.Page.Url, StringComparison.Ordinal);
        await Expect(anna.Title).ToHaveValueAsync("");
        await Expect(anna.Page.Locator(".restore")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task What_is_too_much_for_one_item_does_not_leave_the_form()
    {
        var anna = await BeginAsync();
        await anna.Title.FillAsync("Ada Writer");
        // A browser takes minutes to lay out as much as the server refuses.
        await Expect(anna.Page.Locator("#editor")).ToHaveAttributeAsync("data-autosave-largest-value", (8 * 1024 * 1024).ToString(CultureInfo.InvariantCulture));
        await anna.Page.Locator("#editor").EvaluateAsync("form => { form.dataset.autosaveLargestValue = 20_000; }");
        await anna.Summary.FillAsync(new string('w', 30_000));

        await anna.Page.Locator("button[name='submit.Save']").First.ClickAsync();
        await anna.StateIsAsync("large");

        Assert.EndsWith(Writer.Create, anna.Page.Url, StringComparison.Ordinal);
        await Expect(anna.Summary).ToHaveValueAsync(new string('w', 30_000));
        await anna.Summary.FillAsync("Short again");
        await anna.Page.Locator("button[name='submit.Save']").First.ClickAsync();
        await Expect(anna.Page.Locator(".message.done").First).ToBeVisibleAsync();
        Assert.Equal("Short again", await anna.StoredSummaryAsync());
    }

    [Fact]
    public async Task Back_without_scripts_puts_no_old_text_over_a_newer_one()
    {
        var page = await chromium.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false }, site);
        var anna = await Writer.SignInAsync(site, page, "anna");
        await anna.OpenAsync(Writer.Create);
        await anna.Title.FillAsync("Ada Writer");
        await SaveAsync(anna, "The first text");
        await SaveAsync(anna, "The second text");
        await SaveAsync(anna, "The third text");

        for (var forms = 0; forms < 2; forms++) await page.GoBackAsync();
        await Expect(anna.Summary).ToHaveValueAsync("The third text");
        await page.Locator(Role).FillAsync("Planner");
        await page.Locator("button[name='submit.Save']").First.ClickAsync();
        await Expect(page.Locator(".message.done").First).ToBeVisibleAsync();

        Assert.Equal("The third text", await anna.StoredSummaryAsync());
    }

    [Fact]
    public async Task Back_without_scripts_brings_back_what_was_typed_and_not_sent()
    {
        var page = await chromium.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false }, site);
        var anna = await Writer.SignInAsync(site, page, "anna");
        await anna.OpenAsync(Writer.Create);
        await anna.Title.FillAsync("Ada Writer");
        await SaveAsync(anna, "The first text");
        await anna.Summary.FillAsync("Typed, then wandered off");
        await anna.OpenAsync("/Admin");
        await page.GoBackAsync();

        await Expect(anna.Summary).ToHaveValueAsync("Typed, then wandered off");
    }

    private static async Task SaveAsync(Writer writer, string summary)
    {
        await writer.Summary.FillAsync(summary);
        var ticket = writer.Page.Locator("input[name='_ticket']");
        var sent = await ticket.InputValueAsync();
        await writer.Page.Locator("button[name='submit.Save']").First.ClickAsync();
        await Expect(ticket).Not.ToHaveValueAsync(sent);
    }

    // While the clock stands still, no form saves by itself.
    private async Task<Writer> BeginAsync()
    {
        var anna = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "anna");
        await anna.Page.Clock.InstallAsync();
        await anna.OpenAsync(Writer.Create);
        await ReadyAsync(anna);
        await anna.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        return anna;
    }

    private static async Task WriteAsync(Writer writer, string summary)
    {
        await writer.Title.FillAsync("Ada Writer");
        await writer.Summary.FillAsync(summary);
        await writer.Page.Locator("#Person_ConsentToPublish_Value").CheckAsync();
        await writer.StateIsAsync("changed");
    }

    private static async Task PublishAsync(Writer writer)
    {
        // The page at hand may say of an earlier time that it was published.
        await writer.Page.EvaluateAsync("document.querySelectorAll('.message.done').forEach(message => message.remove())");
        await writer.Page.Locator(".actions").GetByRole(AriaRole.Button, new() { Name = "Publish" }).ClickAsync();
        await Expect(writer.Page.Locator(".message.done").First).ToBeVisibleAsync();
        await ReadyAsync(writer);
        // The browser forgets what is saved; a page that is left before keeps it.
        for (var looks = 0; await writer.Page.EvaluateAsync<int>(CountKept) > 0; looks++)
        {
            Assert.True(looks < 300, "The journal keeps what is saved.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    // The script of the form says that it is there.
    private static Task ReadyAsync(Writer writer) => Expect(writer.Page.Locator("#editor[autocomplete=off]")).ToBeVisibleAsync();
}
