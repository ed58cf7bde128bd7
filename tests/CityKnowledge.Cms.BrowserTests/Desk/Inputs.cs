using System.Text.RegularExpressions;
using CityKnowledge.Cms.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>A site with stories and cities, and the ways of a person with the inputs of its forms.</summary>
internal static partial class Inputs
{
    public const string Story = "/Admin/Contents/ContentTypes/Story/Create";
    public const string Written = "<h2>Why</h2>\n<p>Some <b>bold</b> text.</p>\n<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>";
    public const string Film = "<p>Film:</p>\n<figure><iframe src=\"https://example.org\"></iframe></figure>";

    public static async Task<Site> StartAsync()
    {
        var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        await site.RunStepsAsync(Definition, Recipe.Content(
            Recipe.Item("Town", "4seoul00000000000000000000", "Seoul"),
            Recipe.Item("Town", "4bogota0000000000000000000", "Bogotá"),
            Recipe.Item("Town", "4nairobi000000000000000000", "Nairobi"),
            Recipe.Item("Town", "4springa000000000000000000", "Springfield"),
            Recipe.Item("Town", "4springb000000000000000000", "Springfield"),
            Recipe.Item("Town", "4hostile000000000000000000", "<img src=x onerror=document.title='run'>"),
            Recipe.Item("Story", "4told000000000000000000000", "Told", $$"""
                "Story": { "Lead": { "Html": {{Json(Written)}} }, "Film": { "Html": {{Json(Film)}} } }, "HtmlBodyPart": { "Html": "" }
                """)));
        return site;
    }

    /// <summary>The person who owns the site.</summary>
    public static async Task<IPage> OwnerAsync(Chromium chromium, Site site, bool scripts = true, bool phone = false)
    {
        var page = await chromium.OpenAsync(
            new BrowserNewContextOptions { JavaScriptEnabled = scripts, HasTouch = phone, ViewportSize = phone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 900 } }, site);
        await page.GotoAsync(Link().Match(site.Console.ToString()).Value);
        await page.Locator("main form button").First.ClickAsync();
        await page.WaitForURLAsync("**/ChangePassword");
        return page;
    }

    /// <summary>The frame of a field.</summary>
    public static ILocator Field(this IPage page, string name) => page.Locator("#" + name);

    /// <summary>Takes pictures on both sizes, and lets axe look at the page.</summary>
    public static async Task LookAsync(IPage page, string name)
    {
        await Chromium.ShootAsync(page, "inputs-" + name);
        var found = (await page.RunAxe()).Violations;
        Assert.True(found.Length == 0, $"{name}: {string.Join('\n', found.Select(problem => $"{problem.Id}: {problem.Help} {string.Join(' ', problem.Nodes.Select(node => node.Html))}"))}");
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(390, 844);
        var isTooWide = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        await Chromium.ShootAsync(page, $"inputs-{name}-phone");
        await page.SetViewportSizeAsync(size.Width, size.Height);
        Assert.False(isTooWide, $"{name} scrolls sideways on a phone.");
    }

    /// <summary>Pastes HTML, text or a picture, as browsers do.</summary>
    public static Task PasteAsync(ILocator target, string type, string text) => target.EvaluateAsync(
        """
        (element, [type, text]) => {
          const data = new DataTransfer();
          if (type === 'image/png') data.items.add(new File([Uint8Array.from(atob(text), letter => letter.charCodeAt(0))], 'image.png', { type }));
          else data.setData(type, text);
          element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        new[] { type, text });

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private const string Definition = """
        { "name": "ContentDefinition",
          "ContentTypes": [
            { "Name": "Town", "DisplayName": "Town", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} } ] },
            { "Name": "Story", "DisplayName": "Story",
            "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true } },
            "ContentTypePartDefinitionRecords": [
              { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "Story", "Name": "Story", "Settings": {} }, { "PartName": "HtmlBodyPart", "Name": "HtmlBodyPart", "Settings": {} } ] } ],
          "ContentParts": [ { "Name": "Story", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "HtmlField", "Name": "Lead", "Settings": { "HtmlFieldSettings": { "Hint": "What it is about." } } },
            { "FieldName": "HtmlField", "Name": "Film", "Settings": {} },
            { "FieldName": "MarkdownField", "Name": "Notes", "Settings": {} },
            { "FieldName": "TaxonomyField", "Name": "Targets", "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "443rtpzb8q1qb6fa7v9hshx6tg", "LeavesOnly": true } } },
            { "FieldName": "TaxonomyField", "Name": "Country", "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "40vfm2btbkdyb7nk7zhhkbk40z", "Unique": true } } },
            { "FieldName": "TaxonomyField", "Name": "Stages", "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "4sn21c0a9gt940t09vtbdkjjas" } } },
            { "FieldName": "ContentPickerField", "Name": "Cities", "Settings": { "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": [ "Town" ] } } },
            { "FieldName": "ContentPickerField", "Name": "Capital", "Settings": { "ContentPickerFieldSettings": { "DisplayedContentTypes": [ "Town" ] } } },
            { "FieldName": "GeoPointField", "Name": "Place", "Settings": {} } ] } ] }
        """;

    [GeneratedRegex(@"http\S+/Users/SignInLink\?token=\S+")]
    private static partial Regex Link();
}
