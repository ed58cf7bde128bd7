using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>What people do with the pickers of the form: by mouse, by keyboard alone, and without scripts.</summary>
public sealed class PickerJourneys(Chromium chromium)
{
    [Fact]
    public async Task Terms_are_found_by_name_code_and_language_with_the_keyboard_alone()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(Inputs.Story);
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Of terms");
        var targets = page.Field("Story_Targets");
        var box = targets.GetByRole(AriaRole.Combobox);
        await box.FocusAsync();

        await page.Keyboard.TypeAsync("transport");
        await Expect(targets.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await Expect(targets.GetByRole(AriaRole.Option)).ToContainTextAsync(["11.2 Safe, affordable public transport for all"]);
        await Expect(targets.Locator(".above")).ToHaveTextAsync("11 Sustainable cities and communities");
        await Inputs.LookAsync(page, "terms-offered");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("1.a");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("11.");
        await Expect(targets.GetByRole(AriaRole.Option)).ToHaveCountAsync(10);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(targets.Locator(".chip > span")).ToHaveTextAsync(["1.a More resources for anti-poverty programmes in poorer countries", "11.2 Safe, affordable public transport for all", "11.3 Inclusive urbanization and participatory planning"]);
        await page.Keyboard.PressAsync("Shift+Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(targets.Locator(".chip")).ToHaveCountAsync(2);

        await page.Field("Story_Country").GetByRole(AriaRole.Combobox).FocusAsync();
        await page.Keyboard.TypeAsync("allemagne");
        await Expect(page.Field("Story_Country").GetByRole(AriaRole.Option).First).ToContainTextAsync("Germany");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("KOR");
        await Expect(page.Field("Story_Country").GetByRole(AriaRole.Option).First).ToContainTextAsync("Korea");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Field("Story_Country").Locator(".chip")).ToHaveCountAsync(1);
        await SaveAsync(page);

        await Expect(page.Field("Story_Targets").Locator(".chip")).ToHaveCountAsync(2);
        await Expect(page.Field("Story_Country").Locator(".chip")).ToContainTextAsync(["Korea"]);
    }

    [Fact]
    public async Task A_term_typed_in_another_language_is_found_when_its_words_come_late()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        var line = new TaskCompletionSource();
        await page.RouteAsync(address => address.Contains("/TermWords", StringComparison.OrdinalIgnoreCase), async route =>
        {
            await line.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(Inputs.Story);
        await page.Field("Story_Country").Locator("input[role=combobox]").PressSequentiallyAsync("algerie");
        var offer = page.Field("Story_Country").GetByRole(AriaRole.Option).First;
        await Expect(offer).ToHaveTextAsync("Nothing found.");

        line.SetResult();

        await Expect(offer).ToContainTextAsync("Algeria");
    }

    [Fact]
    public async Task The_tree_of_terms_is_browsed_and_goals_cannot_be_chosen_where_targets_are_meant()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(Inputs.Story);
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Of trees");
        var targets = page.Field("Story_Targets");
        await targets.GetByRole(AriaRole.Button, new() { Name = "Browse" }).ClickAsync();
        await Expect(targets.GetByRole(AriaRole.Checkbox, new() { Name = "13 Climate action" })).ToHaveCountAsync(0);

        await targets.GetByRole(AriaRole.Button, new() { Name = "Terms below 13 Climate action" }).ClickAsync();
        await targets.Locator(".term-tree").GetByText("13.1").ClickAsync();
        await Expect(targets.Locator(".chip")).ToHaveCountAsync(1);
        await Inputs.LookAsync(page, "terms-tree");
        await page.Field("Story_Stages").GetByLabel("Planning").CheckAsync();
        await targets.GetByRole(AriaRole.Button, new() { Name = "Remove 13.1" }).ClickAsync();
        await Expect(targets.Locator(".term-tree input:checked")).ToHaveCountAsync(0);
        await SaveAsync(page);

        await Expect(page.Field("Story_Stages").GetByLabel("Planning")).ToBeCheckedAsync();
        await Expect(page.Field("Story_Targets").Locator(".chip")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Items_are_searched_ordered_and_made_where_they_are_missed()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(Inputs.Story);
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Of cities");
        var cities = page.Field("Story_Cities");
        var box = cities.GetByRole(AriaRole.Combobox);

        await PickAsync(page, box, "bogota", "Bogotá");
        await PickAsync(page, box, "seo", "Seoul");
        await PickAsync(page, box, "onerror", "<img src=x onerror=document.title='run'>");
        Assert.DoesNotContain("run", await page.TitleAsync(), StringComparison.Ordinal);
        await cities.GetByRole(AriaRole.Button, new() { Name = "Remove <img" }).ClickAsync();
        await cities.GetByRole(AriaRole.Button, new() { Name = "Move Seoul up" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(Titles(cities)).ToHaveTextAsync(["Seoul", "Bogotá"]);
        await cities.GetByRole(AriaRole.Button, new() { Name = "New: Town" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create and pick" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("A value is required for Title.");
        await dialog.GetByLabel("Title").FillAsync("Medellín");
        await Inputs.LookAsync(page, "items-create");
        await page.Keyboard.PressAsync("Enter");
        await Expect(Titles(cities)).ToHaveTextAsync(["Seoul", "Bogotá", "Medellín"]);
        await Expect(cities.Locator(".badge")).ToHaveTextAsync("Draft");
        await cities.Locator(".picks > li").Nth(2).DragToAsync(cities.Locator(".picks > li").Nth(0), new() { SourcePosition = new() { X = 250, Y = 10 }, TargetPosition = new() { X = 250, Y = 10 } });
        await Expect(Titles(cities)).ToHaveTextAsync(["Medellín", "Seoul", "Bogotá"]);

        var capital = page.Field("Story_Capital");
        await PickAsync(page, capital.GetByRole(AriaRole.Combobox), "seoul", "Seoul");
        await PickAsync(page, capital.GetByRole(AriaRole.Combobox), "nairobi", "Nairobi");
        await Expect(Titles(capital)).ToHaveTextAsync(["Nairobi"]);
        await Inputs.LookAsync(page, "items-picked");
        await SaveAsync(page);

        await Expect(Titles(page.Field("Story_Cities"))).ToHaveTextAsync(["Medellín", "Seoul", "Bogotá"]);
        await Expect(Titles(page.Field("Story_Capital"))).ToHaveTextAsync(["Nairobi"]);
    }

    [Fact]
    public async Task What_was_typed_and_not_picked_is_asked_about_and_survives_a_closed_window()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(Inputs.Story);
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Of boxes");
        await Expect(page.Locator(".save-state")).ToHaveAttributeAsync("data-state", "saved");
        await Box(page, "Story_Targets").FillAsync("transpo");
        await Box(page, "Story_Cities").FillAsync("Atlantis");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/Admin");
        var address = page.Url;
        await page.CloseAsync();

        await other.GotoAsync(address);
        await other.Locator(".restore button").First.ClickAsync();
        await Expect(Box(other, "Story_Cities")).ToHaveValueAsync("Atlantis");
        await SaveAsync(other);

        await Expect(other.Field("Story_Cities").Locator(".problem")).ToContainTextAsync("choose “Atlantis” from the list, or clear it.");
        await Expect(other.Field("Story_Targets").Locator(".problem")).ToContainTextAsync("choose “transpo” from the list, or clear it.");
        await Expect(Box(other, "Story_Cities")).ToHaveValueAsync("Atlantis");
        await Inputs.LookAsync(other, "unpicked");
        await Box(other, "Story_Cities").FillAsync("");
        await Box(other, "Story_Targets").FillAsync("11.2");
        await other.Keyboard.PressAsync("Enter");
        await Expect(Box(other, "Story_Targets")).ToHaveValueAsync("");
        await other.Locator("[name='submit.Save']").First.ClickAsync();
        await Expect(other.Locator(".message.done")).ToBeVisibleAsync();
        await Expect(other.Field("Story_Targets").Locator(".chip")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_older_text_is_not_offered_again_for_the_sake_of_a_box()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(Inputs.Story);
        var title = page.GetByLabel("Title", new() { Exact = true });
        await title.FillAsync("Of boxes");
        await Expect(page.Locator(".save-state")).ToHaveAttributeAsync("data-state", "saved");
        await Box(page, "Story_Cities").FillAsync("Atlantis");
        await page.ReloadAsync();
        await Expect(page.Locator(".restore")).ToBeVisibleAsync();
        await title.FillAsync("Of other boxes");
        await Expect(page.Locator(".save-state")).ToHaveAttributeAsync("data-state", "saved");

        await page.ReloadAsync();
        await Expect(page.Locator("#editor[autocomplete=off]")).ToBeVisibleAsync();
        await page.WaitForTimeoutAsync(1_000);

        await Expect(title).ToHaveValueAsync("Of other boxes");
        await Expect(page.Locator(".restore")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_scripts_items_are_named_by_title_and_terms_chosen_in_a_list()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site, scripts: false);
        await page.GotoAsync(Inputs.Story);
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Plain");
        await page.Field("Story_Cities").GetByRole(AriaRole.Textbox).FillAsync("nairobi; Springfield; Atlantis");
        await page.Field("Story_Targets").GetByRole(AriaRole.Listbox).SelectOptionAsync([new SelectOptionValue { Label = "\u200311.2 Safe, affordable public transport for all" }]);
        await page.Locator("#Story_Place_Latitude").FillAsync("37.57");
        await page.Locator("#Story_Place_Longitude").FillAsync("126.98");
        await SaveAsync(page);

        await Expect(page.GetByText("nothing is called 'Atlantis'").First).ToBeVisibleAsync();
        await Expect(page.GetByText("several are called 'Springfield'").First).ToContainTextAsync("4springa000000000000000000");
        await Expect(page.Field("Story_Cities").GetByLabel("Nairobi")).ToBeCheckedAsync();
        await Expect(page.Field("Story_Cities").GetByRole(AriaRole.Textbox)).ToHaveValueAsync("Springfield; Atlantis");
        await Chromium.ShootAsync(page, "inputs-plain");
        await page.Field("Story_Cities").GetByRole(AriaRole.Textbox).FillAsync("4springb000000000000000000");
        await SaveAsync(page);

        var item = await site.Get<ContentReader>().FindLatestAsync(new Uri(page.Url).Segments[^2].Trim('/'));
        Assert.Equal(["4nairobi000000000000000000", "4springb000000000000000000"], item!.Field("Story", "Cities").Get("ContentItemIds").AsTexts());
        Assert.Single(item.Field("Story", "Targets").Get("TermContentItemIds").AsTexts());
        Assert.Equal(37.57m, item.Field("Story", "Place").Get("Latitude").AsNumber());
    }

    [Fact]
    public async Task A_place_is_set_by_paste_by_keyboard_and_on_the_map()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        var outside = new List<string>();
        page.Request += (_, request) => { if (!request.Url.StartsWith(site.Visitor.BaseAddress!.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) outside.Add(request.Url); };
        await page.GotoAsync(Inputs.Story);
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Of places");
        var (latitude, longitude) = (page.Locator("#Story_Place_Latitude"), page.Locator("#Story_Place_Longitude"));

        await Inputs.PasteAsync(latitude, "text/plain", "37.57, 126.98");
        await Expect(latitude).ToHaveValueAsync("37.57");
        await Expect(longitude).ToHaveValueAsync("126.98");
        var map = page.Field("Story_Place").Locator(".map");
        await map.ScrollIntoViewIfNeededAsync();
        await Expect(map.Locator(".pin svg")).ToBeVisibleAsync();
        await Expect(map.GetByText("Seoul")).ToBeVisibleAsync();
        await Inputs.LookAsync(page, "place");
        await map.FocusAsync();
        for (var i = 0; i < 3; i++) await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("Enter");
        Assert.InRange(double.Parse(await longitude.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture), 100, 126.5);
        await map.ClickAsync(new() { Position = new() { X = 40, Y = 200 } });
        await Expect(map.Locator(".pin svg")).ToBeVisibleAsync();
        var (clicked, east) = (await latitude.InputValueAsync(), await longitude.InputValueAsync());
        await SaveAsync(page);

        await Expect(page.Locator("#Story_Place_Latitude")).ToHaveValueAsync(clicked);
        await Expect(page.Locator("#Story_Place_Longitude")).ToHaveValueAsync(east);
        Assert.Empty(outside);
    }

    private static ILocator Box(IPage page, string field) => page.Field(field).GetByRole(AriaRole.Combobox);

    private static ILocator Titles(ILocator field) => field.Locator(".picks > li > :is(a, span[dir])");

    private static async Task PickAsync(IPage page, ILocator box, string typed, string title)
    {
        await box.FillAsync(typed);
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync(title);
        await page.Keyboard.PressAsync("Enter");
        await Expect(box).ToHaveValueAsync("");
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.Locator("[name='submit.Save']").First.ClickAsync();
        await Expect(page.Locator(".message.done, .summary").First).ToBeVisibleAsync();
    }
}
