using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Tests;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CityKnowledge.Cms.BrowserTests.Desk;

/// <summary>What the parts of an item add to its form, and what a person in the middle of it meets.</summary>
public sealed class PartJourneys(Chromium chromium)
{
    private const string NewLeaflet = "/Admin/Contents/ContentTypes/Leaflet/Create";
    private const string Words = "4words00000000000000000000";

    [Fact]
    public async Task Owner_date_and_what_social_networks_are_told_are_written_and_a_message_goes_when_its_field_changes()
    {
        await using var site = await StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(NewLeaflet);
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Leaflet");
        await page.Locator("#SeoMetaPart > summary").ClickAsync();
        await Expect(page.Field("SeoMetaPart_DefaultSocialImage").GetByRole(AriaRole.Button, new() { Name = "Choose from the library" })).ToBeVisibleAsync();
        await page.GetByLabel("Other meta tags").FillAsync("just words");
        await page.GetByLabel("Owner").FillAsync("nobody");
        await Inputs.LookAsync(page, "parts-social");
        await page.Locator("[name='submit.Save']").First.ClickAsync();

        await Expect(page.Locator("#SeoMetaPart_CustomMetaTags_problem")).ToBeVisibleAsync();
        await Inputs.LookAsync(page, "parts-refused");
        await page.GetByLabel("Other meta tags").FillAsync("<meta name=\"author\" content=\"Ann\">");
        await Expect(page.Locator("#SeoMetaPart_CustomMetaTags_problem")).ToHaveCountAsync(0);
        await Expect(page.Locator(".summary")).ToBeHiddenAsync();
        await Expect(page.GetByLabel("Other meta tags")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Locator("#CommonPart .problem")).ToContainTextAsync("Nobody has the user name 'nobody'");
        await page.GetByLabel("Owner").FillAsync("");
        await Expect(page.Locator("#CommonPart .problem")).ToHaveCountAsync(0);
        await Expect(page.Locator(".save-state")).ToHaveAttributeAsync("data-state", "saved");
    }

    [Fact]
    public async Task A_list_is_filled_and_ordered_on_the_form_of_its_item()
    {
        await using var site = await StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync("/Admin/Contents/ContentTypes/Series/Create");
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Tales of two cities");
        await SaveAsync(page);
        var series = page.Url;
        await Inputs.LookAsync(page, "parts-list-empty");
        foreach (var title in (string[])["First", "Second", "Third"])
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "New Chapter" }).ClickAsync();
            await page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
            await Expect(page.Locator(".save-state")).ToHaveAttributeAsync("data-state", "saved");
            await SaveAsync(page);
            await page.Locator(".crumbs").GetByText("Tales of two cities").ClickAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Move Third up" }).ClickAsync();
        await Expect(page.Locator(".contained-title")).ToHaveTextAsync(["First", "Third", "Second"]);
        Assert.StartsWith(series, page.Url, StringComparison.Ordinal);
        await Inputs.LookAsync(page, "parts-list");
    }

    [Fact]
    public async Task A_term_has_the_pickers_and_texts_of_its_type()
    {
        await using var site = await StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync("/Admin/Taxonomies/Create/" + Words);
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Water");
        await page.Field("Word_Cities").GetByRole(AriaRole.Combobox).FillAsync("seoul");
        await Expect(page.GetByRole(AriaRole.Option).First).ToContainTextAsync("Seoul");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the term" }).ClickAsync();
        await Expect(page.Locator("#Word_Code_problem")).ToHaveTextAsync("A value is required for Code.");
        await Inputs.LookAsync(page, "parts-term");
        await page.Locator("#Word_Code_Text").FillAsync("W");
        await Expect(page.Locator("#Word_Code_problem")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the term" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Water", Exact = true }).ClickAsync();

        await Expect(page.Field("Word_Cities").Locator(".picks > li")).ToContainTextAsync(["Seoul"]);
    }

    [Fact]
    public async Task What_is_missing_is_made_with_what_it_needs_and_said_to_be_a_draft()
    {
        await using var site = await StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync(NewLeaflet);
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync("Of firms");
        var firms = page.Field("Leaflet_Firm");
        await firms.GetByRole(AriaRole.Button, new() { Name = "New: Firm" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Title").FillAsync("Kim & Co");
        await dialog.GetByLabel("Staff").FillAsync("many");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Create and pick" }).ClickAsync();
        await Expect(dialog.GetByLabel("Staff")).ToBeFocusedAsync();
        await Inputs.LookAsync(page, "parts-new-firm");
        await dialog.GetByLabel("Staff").FillAsync("12");
        await page.Keyboard.PressAsync("Enter");

        await Expect(firms.Locator(".picker-notice")).ToContainTextAsync("“Kim & Co” is a draft: nobody sees it on the site until it is complete and published. A value is required for Logo.");
        await Expect(firms.GetByRole(AriaRole.Link, new() { Name = "Complete it in a new tab" })).ToHaveAttributeAsync("href", new Regex("/Edit$"));
        await Inputs.LookAsync(page, "parts-new-firm-made");
        await firms.GetByRole(AriaRole.Button, new() { Name = "Remove Kim & Co" }).ClickAsync();
        await Expect(firms.Locator(".picker-notice")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Taking_out_a_chip_by_mouse_makes_a_held_form_the_persons_own()
    {
        await using var site = await StartAsync();
        var page = await Inputs.OwnerAsync(chromium, site);
        await page.GotoAsync("/Admin");
        await page.EvaluateAsync("""
            address => {
              const form = Object.assign(document.createElement('form'), { method: 'post', action: address });
              for (const [name, value] of [['TitlePart.Title', 'Not by me'], ['Leaflet.Towns.ContentItemIds', '4seoul00000000000000000000'], ['Leaflet.Towns.ContentItemIds', '4bogota0000000000000000000'], ['_show', 'true']]) {
                form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
              }
              document.body.append(form);
              form.submit();
            }
            """, NewLeaflet);
        await Expect(page.Locator(".save-state")).ToHaveAttributeAsync("data-state", "held");

        await page.EvaluateAsync("document.querySelector('#TitlePart_Title').dispatchEvent(new Event('input', { bubbles: true }))");
        await Expect(page.Locator(".save-state")).ToHaveAttributeAsync("data-state", "held");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove Seoul" }).ClickAsync();

        await Expect(page.Locator(".save-state")).ToHaveAttributeAsync("data-state", "saved");
        var item = await site.Get<ContentReader>().FindLatestAsync(new Uri(page.Url).Segments[^2].Trim('/'));
        Assert.Equal(["4bogota0000000000000000000"], item!.Field("Leaflet", "Towns").Get("ContentItemIds").AsTexts());
    }

    private static async Task<Site> StartAsync()
    {
        var site = await Inputs.StartAsync();
        await site.RunStepsAsync(Definition, Recipe.Content($$"""
            { "ContentItemId": "{{Words}}", "ContentItemVersionId": "4wordsv0000000000000000000", "ContentType": "Taxonomy", "DisplayText": "Words", "Latest": true, "Published": true,
              "TitlePart": { "Title": "Words" }, "TaxonomyPart": { "TermContentType": "Word", "Terms": [] } }
            """));
        return site;
    }

    private static async Task SaveAsync(IPage page)
    {
        await page.Locator("[name='submit.Save']").First.ClickAsync();
        await Expect(page.Locator(".message.done").First).ToBeVisibleAsync();
    }

    private static string Type(string name, string parts) => $$"""
        { "Name": "{{name}}", "DisplayName": "{{name}}", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true } },
          "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, {{parts}} ] }
        """;

    private static string Part(string name, string settings = "") => $$"""{ "PartName": "{{name}}", "Name": "{{name}}", "Settings": { {{settings}} } }""";

    private static string Field(string kind, string name, string settings = "") => $$"""{ "FieldName": "{{kind}}Field", "Name": "{{name}}", "Settings": { {{settings}} } }""";

    private static string Definition { get; } = $$"""
        { "name": "ContentDefinition", "ContentTypes": [
            {{Type("Firm", Part("Firm"))}}, {{Type("Word", Part("Word"))}}, {{Type("Chapter", Part("Chapter"))}},
            {{Type("Series", Part("ListPart", """ "ListPartSettings": { "ContainedContentTypes": [ "Chapter" ], "EnableOrdering": true } """))}},
            {{Type("Leaflet", Part("Leaflet") + "," + Part("SeoMetaPart", """ "SeoMetaPartSettings": { "DisplayKeywords": true, "DisplayCustomMetaTags": true, "DisplayOpenGraph": true, "DisplayTwitter": true, "DisplayGoogleSchema": true } """) + "," + Part("CommonPart", """ "CommonPartSettings": { "DisplayDateEditor": true, "DisplayOwnerEditor": true } """))}} ],
          "ContentParts": [
            { "Name": "Firm", "Settings": {}, "ContentPartFieldDefinitionRecords": [ {{Field("Numeric", "Staff", """ "NumericFieldSettings": { "Required": true } """)}}, {{Field("Media", "Logo", """ "MediaFieldSettings": { "Required": true } """)}} ] },
            { "Name": "Word", "Settings": {}, "ContentPartFieldDefinitionRecords": [ {{Field("Text", "Code", """ "TextFieldSettings": { "Required": true } """)}}, {{Field("Html", "Meaning")}}, {{Field("Date", "Since")}},
              {{Field("ContentPicker", "Cities", """ "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": [ "Town" ] } """)}}, {{Field("Text", "NameFr")}}, {{Field("Text", "NameAr")}} ] },
            { "Name": "Leaflet", "Settings": {}, "ContentPartFieldDefinitionRecords": [ {{Field("ContentPicker", "Firm", """ "ContentPickerFieldSettings": { "DisplayedContentTypes": [ "Firm" ] } """)}},
              {{Field("ContentPicker", "Towns", """ "ContentPickerFieldSettings": { "Multiple": true, "DisplayedContentTypes": [ "Town" ] } """)}} ] } ] }
        """;
}
