using System.Text.RegularExpressions;
using CityKnowledge.Cms.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SkiaSharp;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>What editors do in the media library, and administrators with what keeps the site running.</summary>
public sealed partial class LibraryJourneys(Chromium chromium)
{
    [Fact]
    public async Task Pictures_are_uploaded_dropped_and_pasted_then_described_and_deleted()
    {
        await using var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        var page = await AdministratorAsync(site);
        await page.GotoAsync("/Admin/Media");
        await LookAsync(page, "media-empty");

        await page.GetByLabel("Add files").SetInputFilesAsync([Picture("bees.png", SKColors.Goldenrod), Picture("tram.jpg", SKColors.Firebrick)]);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What do the pictures show?" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("bees.png")).ToBeFocusedAsync();
        await LookAsync(page, "media-describe");
        await page.GetByLabel("bees.png").FillAsync("Beehives on a flat roof");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("The descriptions are saved.")).ToBeVisibleAsync();

        await SendAsync(page, "drop", "body", "roof.png", "tool.exe");
        await Expect(page.GetByText("Files that end in .exe are not allowed.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Go on: say what the new pictures show" })).ToBeVisibleAsync();
        await LookAsync(page, "media-refused");
        await page.GotoAsync("/Admin/Media");
        await SendAsync(page, "paste", "body", "image.png");
        await Expect(page.GetByLabel(new Regex(@"^picture-\d{4}-"))).ToBeVisibleAsync();
        await page.WaitForURLAsync("**/Admin/Media/Describe**");

        await page.GotoAsync("/Admin/Media");
        await LookAsync(page, "media");
        await page.GetByRole(AriaRole.Link, new() { Name = "bees.png" }).ClickAsync();
        await page.Locator(".focus-picture").ClickAsync(new() { Position = new Position { X = 100, Y = 30 } });
        await Expect(page.GetByLabel("From the left, %")).Not.ToHaveValueAsync("");
        await Expect(page.Locator(".focus-mark")).ToBeVisibleAsync();
        await LookAsync(page, "media-file");
        await page.GetByRole(AriaRole.Link, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("No item uses the file.");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(page.GetByText("'bees.png' is deleted.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_dry_run_shows_its_report_and_the_screens_that_keep_the_site_running_are_in_order()
    {
        await using var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        var page = await AdministratorAsync(site);
        await page.GotoAsync("/Admin/Recipes");
        await LookAsync(page, "recipes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Dry run of" }).First.ClickAsync();
        await Expect(page.GetByText("Dry run, undone")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await LookAsync(page, "recipe-report");

        await page.GotoAsync("/Admin/Lucene");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it again" }).ClickAsync();
        await Expect(page.GetByText("Being made again: Knowledge")).ToBeVisibleAsync();
        await Expect(page.GetByText("Up to date")).ToBeVisibleAsync();
        await LookAsync(page, "search-index");

        await page.GotoAsync("/Admin/Themes");
        await LookAsync(page, "themes");
        await page.GotoAsync("/Admin/Settings/general");
        await page.GetByLabel("Public address").FillAsync("nowhere");
        await page.GetByLabel("Public address").EvaluateAsync("input => input.form.noValidate = true");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The address must look like");
        await LookAsync(page, "settings-wrong");
    }

    [Fact]
    public async Task A_writer_chooses_drops_orders_and_takes_out_the_pictures_of_an_item()
    {
        await using var site = await Site.StartAsync(
            Recipe.Type("Article", ("Gallery", "MediaField")),
            $$"""{ "name": "media", "Files": [ { "TargetPath": "town/tram.png", "Base64": "{{Convert.ToBase64String(Picture("x.png", SKColors.Firebrick).Buffer)}}" } ] }""");
        var page = await AdministratorAsync(site);
        await page.GotoAsync("/Admin/Contents/ContentTypes/Article/Create");
        await page.GetByLabel("Title").FillAsync("Trams");

        await page.GetByRole(AriaRole.Button, new() { Name = "Choose from the library" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "town" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "tram.png" }).ClickAsync();
        await LookAsync(page, "picker-dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add what is chosen" }).ClickAsync();
        await Expect(page.GetByLabel("What it shows, for people who cannot see it")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("A red tram");
        await SendAsync(page, "drop", ".media-picker", "bridge.png");
        await Expect(page.Locator(".media-picker .file-name")).ToHaveTextAsync(["tram.png", "bridge.png"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Move bridge.png up" }).ClickAsync();
        await LookAsync(page, "picker");
        await page.Locator("[name='submit.Save']").First.ClickAsync();
        await Expect(page.Locator(".messages .message")).ToBeVisibleAsync();
        await page.ReloadAsync();

        await Expect(page.Locator(".media-picker .file-name")).ToHaveTextAsync(["bridge.png", "tram.png"]);
        await Expect(page.Locator(".media-picker li [data-part=text]").Nth(1)).ToHaveValueAsync("A red tram");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take out tram.png" }).ClickAsync();
        await Expect(page.Locator(".media-picker .file-name")).ToHaveTextAsync(["bridge.png"]);
        await page.GetByText("tram.png was taken out.").WaitForAsync();
        await LookAsync(page, "picker-taken-out");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        await Expect(page.Locator(".media-picker .file-name")).ToHaveTextAsync(["bridge.png", "tram.png"]);
        await Expect(page.Locator(".media-picker li [data-part=text]").Nth(1)).ToHaveValueAsync("A red tram");
    }

    [Fact]
    public async Task A_picture_that_takes_the_place_of_another_can_be_undone_with_its_words()
    {
        await using var site = await Site.StartAsync(Recipe.Type("Article", ("Cover", "MediaField")).Replace(""" "Name": "Cover", "Settings": {""", """ "Name": "Cover", "Settings": { "MediaFieldSettings": { "Multiple": false } """, StringComparison.Ordinal));
        var page = await AdministratorAsync(site);
        await page.GotoAsync("/Admin/Contents/ContentTypes/Article/Create");
        await page.GetByLabel("Title").FillAsync("Trams");
        await SendAsync(page, "drop", ".media-picker", "first.png");
        await page.GetByLabel("What it shows, for people who cannot see it").FillAsync("A red tram");

        await SendAsync(page, "drop", ".media-picker", "second.png");
        await Expect(page.Locator(".media-picker .file-name")).ToHaveTextAsync(["second.png"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();

        await Expect(page.Locator(".media-picker .file-name")).ToHaveTextAsync(["first.png"]);
        await Expect(page.GetByLabel("What it shows, for people who cannot see it")).ToHaveValueAsync("A red tram");
        // What was chosen after one was taken out gives way too: there is room for one.
        await page.GetByRole(AriaRole.Button, new() { Name = "Take out first.png" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Choose from the library" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "second.png" }).ClickAsync();
        await Expect(page.Locator(".media-picker .file-name")).ToHaveTextAsync(["second.png"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Put it back" }).ClickAsync();
        await Expect(page.Locator(".media-picker .file-name")).ToHaveTextAsync(["first.png"]);
        await SendAsync(page, "drop", ".media-picker", "tool.exe");
        await Expect(page.Locator(".uploads .refused")).ToHaveCountAsync(1);
        await SendAsync(page, "drop", ".media-picker", "third.png");
        await Expect(page.Locator(".media-picker .file-name")).ToHaveTextAsync(["third.png"]);
        await Expect(page.Locator(".uploads .refused")).ToHaveCountAsync(0);
    }

    private static FilePayload Picture(string name, SKColor colour)
    {
        using var bitmap = new SKBitmap(1200, 800);
        bitmap.Erase(colour);
        using var data = bitmap.Encode(name.EndsWith("png", StringComparison.Ordinal) ? SKEncodedImageFormat.Png : SKEncodedImageFormat.Jpeg, 80);
        return new FilePayload { Name = name, MimeType = "image/png", Buffer = data.ToArray() };
    }

    // What a browser makes of files that are dragged from the desktop, or of a picture in the clipboard.
    private static Task SendAsync(IPage page, string how, string target, params string[] names) => page.EvaluateAsync(
        """
        ([how, target, names, picture]) => {
          const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
          const data = new DataTransfer();
          for (const name of names) data.items.add(new File([bytes], name, { type: 'image/png' }));
          document.querySelector(target).dispatchEvent(how === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
            : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """,
        new object[] { how, target, names, Convert.ToBase64String(Picture("x.png", SKColors.SeaGreen).Buffer) });

    // Each screen is looked at on both sizes by people, and by axe.
    private static async Task LookAsync(IPage page, string name)
    {
        await Chromium.ShootAsync(page, "desk-" + name);
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0, $"{name}: {string.Join('\n', found.Select(problem => $"{problem.Id}: {problem.Help} {string.Join(' ', problem.Nodes.Select(node => node.Html))}"))}");
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(390, 844);
        var isTooWide = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        await Chromium.ShootAsync(page, $"desk-{name}-phone");
        await page.SetViewportSizeAsync(size.Width, size.Height);
        Assert.False(isTooWide, $"{name} scrolls sideways on a phone.");
    }

    private async Task<IPage> AdministratorAsync(Site site)
    {
        var page = await chromium.DesktopAsync(site);
        await page.GotoAsync(Link().Match(site.Console.ToString()).Value);
        await page.Locator("main form button").First.ClickAsync();
        await page.WaitForURLAsync("**/ChangePassword");
        return page;
    }

    [GeneratedRegex(@"http\S+/Users/SignInLink\?token=\S+")]
    private static partial Regex Link();
}
