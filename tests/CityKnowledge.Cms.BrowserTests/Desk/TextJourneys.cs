using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Tests;
using Microsoft.Playwright;
using SkiaSharp;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>What people do with long texts: HTML in the editor or as source, and Markdown.</summary>
public sealed class TextJourneys(Chromium chromium)
{
    private const string Told = "/Admin/Contents/ContentItems/4told000000000000000000000/Edit";
    private const string FromWord = """
        <html><head><style>p.MsoNormal{margin:0}</style></head><body><p class=MsoNormal style='color:red'>From <b style='mso-bidi:normal'>Word</b><o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>  </span></span>First</p>
        <p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>Inner</p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p><script>document.title='run'</script><p><a href="javascript:alert(1)">bad</a><img src=x onerror="document.title='run'"></p></body></html>
        """;

    [Fact]
    public async Task Html_stays_as_it_was_written_until_someone_changes_it()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(Told);
        var lead = page.Field("Story_Lead");
        var text = Editor(lead);
        var source = page.Locator("#Story_Lead_Html");
        await Expect(text.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Why");
        await text.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        Assert.Equal(Inputs.Written, await source.InputValueAsync());
        await page.Keyboard.TypeAsync(" and three");
        Assert.Contains("two and three</li>", await source.InputValueAsync(), StringComparison.Ordinal);
        await page.Keyboard.PressAsync("Control+z");
        await Expect(source).ToHaveValueAsync(Inputs.Written);

        var film = page.Field("Story_Film");
        await Expect(film.GetByText("The editor cannot hold <figure>, <iframe>")).ToBeVisibleAsync();
        await Expect(page.Locator("#Story_Film_Html")).ToBeVisibleAsync();
        await Expect(film.GetByRole(AriaRole.Button, new() { Name = "Source" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Inputs.LookAsync(page, "html");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Told again");
        await SaveAsync(page);

        var saved = await site.Get<ContentReader>().FindLatestAsync("4told000000000000000000000");
        Assert.Equal(Inputs.Written, saved!.Field("Story", "Lead").Get("Html").AsText());
        Assert.Equal(Inputs.Film, saved.Field("Story", "Film").Get("Html").AsText());
    }

    [Fact]
    public async Task A_text_is_formatted_with_keys_and_the_toolbar_alone()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(Inputs.Story);
        var source = page.Locator("#Story_Lead_Html");
        var text = Editor(page.Field("Story_Lead"));
        await text.FocusAsync();
        await page.Keyboard.TypeAsync("Hello ");
        await page.Keyboard.PressAsync("Control+b");
        await Expect(page.Field("Story_Lead").GetByRole(AriaRole.Button, new() { Name = "Bold" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.TypeAsync("world");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Field("Story_Lead").GetByRole(AriaRole.Button, new() { Name = "Heading, H2" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("<h2>Hello <strong>world</strong></h2>", await source.InputValueAsync());

        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("javascript:alert(1)");
        await page.Keyboard.PressAsync("Enter");
        Assert.DoesNotContain("javascript", await source.InputValueAsync(), StringComparison.Ordinal);
        await text.FocusAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("https://un.org");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("<h2><a href=\"https://un.org\">Hello <strong>world</strong></a></h2>", await source.InputValueAsync());
        await page.Field("Story_Lead").GetByRole(AriaRole.Button, new() { Name = "Source" }).ClickAsync();
        await source.FillAsync("<p>By hand</p>");
        await page.Field("Story_Lead").GetByRole(AriaRole.Button, new() { Name = "Source" }).ClickAsync();
        await Expect(text).ToHaveTextAsync("By hand");
    }

    [Fact]
    public async Task What_is_pasted_becomes_sensible_and_a_picture_asks_for_its_words()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(Inputs.Story);
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Of pictures");
        var source = page.Locator("#Story_Lead_Html");
        var text = Editor(page.Field("Story_Lead"));
        await text.ClickAsync();
        await Inputs.PasteAsync(text, "text/html", FromWord);
        Assert.Equal("<p>From <strong>Word</strong></p>\n<ul><li>First<ul><li>Inner</li></ul></li></ul>\n<p>bad</p>", await source.InputValueAsync());
        Assert.DoesNotContain("run", await page.TitleAsync(), StringComparison.Ordinal);

        await Inputs.PasteAsync(text, "image/png", Picture());
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add picture" }).ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say what the picture shows");
        await Inputs.LookAsync(page, "picture");
        await dialog.GetByLabel("What the picture shows").FillAsync("A green \"field\"");
        await page.Keyboard.PressAsync("Enter");
        await Expect(text.GetByRole(AriaRole.Img, new() { Name = "A green \"field\"" })).ToBeVisibleAsync();
        Assert.Contains("<img src=\"/media/", await source.InputValueAsync(), StringComparison.Ordinal);
        await Expect(text.GetByRole(AriaRole.Img)).ToHaveJSPropertyAsync("naturalWidth", 60);
        await SaveAsync(page);
        await Expect(page.Field("Story_Lead").GetByRole(AriaRole.Img, new() { Name = "A green \"field\"" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Markdown_has_a_toolbar_and_is_shown_as_the_site_will_show_it()
    {
        await using var site = await Inputs.StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(Inputs.Story);
        var notes = page.Field("Story_Notes");
        var text = notes.GetByRole(AriaRole.Textbox);
        await text.FillAsync("one\ntwo");
        await page.Keyboard.PressAsync("Control+a");
        await notes.GetByRole(AriaRole.Button, new() { Name = "List", Exact = true }).ClickAsync();
        await Expect(text).ToHaveValueAsync("- one\n- two");
        await page.Keyboard.PressAsync("Control+z");
        await Expect(text).ToHaveValueAsync("one\ntwo");
        await text.FillAsync("**strong** <script>document.title='run'</script> <img src=x onerror=\"document.title='run'\">");

        await notes.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(notes.Locator(".markdown-preview strong")).ToHaveTextAsync("strong");
        await Inputs.LookAsync(page, "markdown");
        await notes.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(text).ToBeVisibleAsync();
        Assert.DoesNotContain("run", await page.TitleAsync(), StringComparison.Ordinal);
    }

    private static string Picture()
    {
        using var bitmap = new SKBitmap(60, 40);
        bitmap.Erase(SKColors.SeaGreen);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 80);
        return Convert.ToBase64String(data.ToArray());
    }

    // The editor comes when the field is seen; until then a textarea with the same name stands there.
    private static ILocator Editor(ILocator field) => field.GetByRole(AriaRole.Textbox, new() { Name = "Lead" }).And(field.Page.Locator("[contenteditable=true]"));

    private static async Task SaveAsync(IPage page)
    {
        await page.Locator("[name='submit.Save']").First.ClickAsync();
        await Expect(page.Locator(".message.done, .summary").First).ToBeVisibleAsync();
    }
}
