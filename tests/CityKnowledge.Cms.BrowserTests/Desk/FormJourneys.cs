using CityKnowledge.Cms.Tests;
using Microsoft.Playwright;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>Writing in the form when the world does not behave.</summary>
public sealed class FormJourneys(Chromium chromium) : IAsyncLifetime
{
    // A form without proof, as any page can send it.
    private const string SendFromElsewhere = """
        address => {
          const form = Object.assign(document.createElement('form'), { method: 'post', action: address });
          for (const [name, value] of [['TitlePart.Title', 'Not by Anna'], ['_show', 'true']]) form.append(Object.assign(document.createElement('textarea'), { name, value }));
          document.body.append(form);
          form.submit();
        }
        """;

    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync(SiteSetup.CityKnowledge);

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task The_line_is_cut_for_half_a_minute_while_typing_and_nothing_is_lost()
    {
        var anna = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "anna");
        await anna.OpenAsync(Writer.Create);
        await anna.Title.FillAsync("Ada Writer");
        await anna.StateIsAsync("saved");
        Assert.EndsWith("/Edit", anna.Page.Url, StringComparison.Ordinal);

        await anna.Page.Context.SetOfflineAsync(true);
        var typed = "";
        for (var words = 0; words < 20; words++)
        {
            await anna.Summary.PressSequentiallyAsync($"word{words} ");
            typed += $"word{words} ";
            await anna.Page.WaitForTimeoutAsync(1_500);
        }

        await anna.StateIsAsync("offline");
        await Chromium.ShootAsync(anna.Page, "form-offline");
        await anna.Page.Context.SetOfflineAsync(false);
        await anna.StateIsAsync("saved");

        Assert.Equal(typed, await anna.StoredSummaryAsync());
        Assert.Equal(typed, await anna.Summary.InputValueAsync());
    }

    [Fact]
    public async Task Looking_at_a_form_and_turning_to_another_tab_saves_nothing()
    {
        var anna = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "anna");
        await anna.OpenAsync("/Admin/Contents/ContentTypes/Practice/Create");
        // The scripts of the form are there when a list of terms has become a box to type in.
        await anna.Page.Field("Practice_SdgTargets").GetByRole(AriaRole.Combobox).WaitForAsync();
        var saves = 0;
        anna.Page.Request += (_, request) => { if (request.Method == "POST") saves++; };
        await anna.Page.EvaluateAsync("""
            () => {
              Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
              document.dispatchEvent(new Event('visibilitychange'));
              delete document.hidden;
            }
            """);
        await anna.Title.FillAsync("Written, at last");
        await anna.StateIsAsync("saved");

        Assert.Equal(1, saves);
    }

    [Fact]
    public async Task What_was_typed_before_a_crash_is_offered_and_comes_back()
    {
        var anna = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "anna");
        await anna.OpenAsync(Writer.Create);
        await anna.Title.FillAsync("Crash");
        await anna.StateIsAsync("saved");
        var address = anna.Page.Url;
        await anna.Page.Context.SetOfflineAsync(true);
        await anna.Summary.PressSequentiallyAsync("typed before the crash");
        await anna.StateIsAsync("offline");
        await anna.Page.CloseAsync();

        var page = await anna.Page.Context.NewPageAsync();
        await anna.Page.Context.SetOfflineAsync(false);
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("#Knowledge_Summary_Text")).ToHaveValueAsync("");
        await Chromium.ShootAsync(page, "form-restore");
        await page.Locator(".restore button").First.ClickAsync();

        await Assertions.Expect(page.Locator("#Knowledge_Summary_Text")).ToHaveValueAsync("typed before the crash");
        await Assertions.Expect(page.Locator(".save-state")).ToHaveAttributeAsync("data-state", "saved");
    }

    [Fact]
    public async Task The_session_ends_in_the_middle_of_a_save_and_the_same_save_goes_on()
    {
        var anna = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "anna");
        await anna.OpenAsync(Writer.Create);
        await anna.Title.FillAsync("Session");
        await anna.StateIsAsync("saved");
        await anna.Page.Context.ClearCookiesAsync();

        await anna.Summary.PressSequentiallyAsync("typed after the end");
        var dialog = anna.Page.Locator("dialog.sign-in");
        await Assertions.Expect(dialog.Locator("[name=Password]")).ToBeVisibleAsync();
        await Chromium.ShootAsync(anna.Page, "form-sign-in");
        await dialog.Locator("[name=UserName]").FillAsync("anna");
        await dialog.Locator("[name=Password]").FillAsync("not hers at all");
        await dialog.Locator("[name=Password]").PressAsync("Enter");
        await Assertions.Expect(dialog.Locator(".summary")).ToContainTextAsync("User name or password is not right.");
        await anna.SignInAsync(dialog.Locator("form"));

        await anna.StateIsAsync("saved");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        Assert.Equal("typed after the end", await anna.StoredSummaryAsync());
    }

    [Fact]
    public async Task What_another_site_sent_is_saved_by_nothing_but_the_person()
    {
        var anna = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "anna");
        await anna.Page.EvaluateAsync(SendFromElsewhere, Writer.Create);
        await anna.StateIsAsync("held");
        await Chromium.ShootAsync(anna.Page, "form-held");
        var saves = new List<string>();
        anna.Page.Request += (_, request) => { if (request.PostData?.Contains("_autosave", StringComparison.Ordinal) == true) saves.Add(request.PostData); };

        await anna.Page.EvaluateAsync("document.querySelector('#TitlePart_Title').dispatchEvent(new Event('input', { bubbles: true })); window.dispatchEvent(new Event('online'))");
        await anna.Title.PressAsync("End");
        await anna.Title.PressSequentiallyAsync(" but now it is");
        await anna.StateIsAsync("saved");

        Assert.NotEmpty(saves);
        Assert.All(saves, save => Assert.Contains("TitlePart.Title=Not+by+Anna+", save, StringComparison.Ordinal));
        Assert.Equal("Not by Anna but now it is", (await anna.LatestAsync())?.DisplayText);
    }

    [Fact]
    public async Task Two_editors_see_each_other_collide_and_merge()
    {
        var anna = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "anna");
        await anna.OpenAsync(Writer.Create);
        await anna.Title.FillAsync("Shared person");
        await anna.Summary.FillAsync("The first summary");
        await anna.StateIsAsync("saved");
        var ben = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "ben");
        await ben.OpenAsync(anna.Page.Url);
        await Assertions.Expect(anna.Page.Locator(".presence")).ToContainTextAsync("ben");
        await Assertions.Expect(ben.Page.Locator(".presence")).ToContainTextAsync("anna");

        await ben.Summary.FillAsync("The summary of Ben");
        await ben.StateIsAsync("saved");
        await anna.Summary.FillAsync("The summary of Anna");
        await anna.Page.Locator("#Person_Role_Text").FillAsync("Planner");
        await anna.StateIsAsync("conflict");
        await Assertions.Expect(anna.State).ToContainTextAsync("ben");
        await anna.State.Locator("button").ClickAsync();
        await Chromium.ShootAsync(anna.Page, "form-conflict");
        await anna.Page.Locator("#choice_Knowledge_Summary_Mine").CheckAsync();
        await anna.Page.Locator("form.conflict button.primary, form.conflict button[name='submit.Save']").First.ClickAsync();

        await anna.Page.WaitForURLAsync("**/Edit");
        var stored = (await anna.LatestAsync())!;
        Assert.Equal("The summary of Anna", await anna.StoredSummaryAsync());
        Assert.Contains("Planner", stored.Part("Person").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_saved_together_with_the_change_of_another_is_not_offered_again()
    {
        var anna = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "anna");
        await anna.OpenAsync(Writer.Create);
        await anna.Title.FillAsync("Ada Writer");
        await anna.StateIsAsync("saved");
        var maria = await Writer.SignInAsync(site, await chromium.DesktopAsync(site), "maria");
        await maria.OpenAsync(anna.Page.Url);
        await anna.Summary.FillAsync("Anna's summary");
        await anna.StateIsAsync("saved");

        await maria.Title.FillAsync("Ada Writer, editor");
        await maria.StateIsAsync("conflict");
        await maria.Page.Locator("[data-shortcut=save]").ClickAsync();
        await maria.Page.GetByText("That is kept beside what you wrote").WaitForAsync();
        await maria.Summary.PressSequentiallyAsync("!");
        await maria.StateIsAsync("saved");

        await Assertions.Expect(maria.Page.Locator(".restore")).ToBeHiddenAsync();
        var latest = await maria.LatestAsync();
        Assert.Equal("Ada Writer, editor", latest!.DisplayText);
        Assert.Contains("Anna's summary", await maria.StoredSummaryAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_an_empty_form_lists_what_is_missing_in_its_order_and_makes_no_draft()
    {
        var page = await chromium.DesktopAsync(site);
        var anna = await Writer.SignInAsync(site, page, "anna");
        await anna.OpenAsync("/Admin/Contents/ContentTypes/Practice/Create");
        await page.Locator(".actions button[name='submit.Publish']").ClickAsync();
        var missing = page.Locator(".summary a");
        await Assertions.Expect(missing.First).ToHaveTextAsync("A value is required for Title.");

        var places = await page.EvaluateAsync<int[]>("""
            () => {
              const all = [...document.querySelectorAll('#editor *')];
              return [...document.querySelectorAll('.summary a')].map(link => all.indexOf(document.getElementById(link.hash.slice(1))));
            }
            """);
        Assert.True(places.Length > 5 && places[0] >= 0, $"{places.Length} links");
        Assert.Equal(places.Order(), places);
        // Longer than a form waits before it saves.
        await page.WaitForTimeoutAsync(2_500);
        Assert.EndsWith("/Create", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator(".save-state")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task A_person_is_written_and_published_without_scripts()
    {
        var page = await chromium.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false, ViewportSize = new ViewportSize { Width = 390, Height = 844 } }, site);
        var anna = await Writer.SignInAsync(site, page, "anna");
        await anna.OpenAsync(Writer.Create);
        await anna.Title.FillAsync("Plain Paper");
        await page.Locator("button[name='submit.Publish']").ClickAsync();
        await Assertions.Expect(page.Locator(".summary a")).ToHaveTextAsync("A value is required for Summary.");
        await Chromium.ShootAsync(page, "form-problems-phone");
        await page.Locator(".summary a").ClickAsync();
        await anna.Summary.FillAsync("Written without scripts.");
        await page.Locator("#Person_Role_Text").FillAsync("Writes without scripts");
        await page.Locator("#Person_ConsentToPublish_Value").CheckAsync();
        await page.Locator("button[name='submit.Publish']").ClickAsync();
        await page.WaitForURLAsync("**/Edit");

        await Assertions.Expect(page.Locator(".badge.published").First).ToBeVisibleAsync();
        var shown = await site.GetAsync("/people/plain-paper");
        Assert.Contains("Writes without scripts", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_is_light_and_fits_a_phone()
    {
        var anna = await Writer.SignInAsync(site, await chromium.PhoneAsync(site), "anna");
        var session = await anna.Page.Context.NewCDPSessionAsync(anna.Page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        double bytes = 0;
        var requests = 0;
        session.Event("Network.loadingFinished").OnEvent += (_, message) => bytes += message!.Value.GetProperty("encodedDataLength").GetDouble();
        anna.Page.Request += (_, _) => requests++;

        await anna.Page.GotoAsync("/Admin/Contents/ContentTypes/Practice/Create", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        await Chromium.ShootAsync(anna.Page, "form-phone");
        await anna.Page.SetViewportSizeAsync(1280, 900);
        await Chromium.ShootAsync(anna.Page, "form-desktop");

        Assert.True(bytes is > 0 and < 300_000 && requests < 20, $"{bytes} bytes in {requests} requests");
        await anna.Page.SetViewportSizeAsync(360, 740);
        Assert.Equal(0, await anna.Page.EvaluateAsync<int>("(main => main.scrollWidth - main.clientWidth)(document.querySelector('main'))"));
    }
}
