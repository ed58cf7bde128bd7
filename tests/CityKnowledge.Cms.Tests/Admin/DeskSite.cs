using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>A small site with editors of every kind, for tests of the desk.</summary>
internal static partial class DeskSite
{
    public const string Languages = "4aaaaaaaaaaaaaaaaaaaaaaan1";
    public const string French = "4aaaaaaaaaaaaaaaaaaaaaaaf1";
    public const string Water = "4aaaaaaaaaaaaaaaaaaaaaaaw1";
    public const string Rivers = "4aaaaaaaaaaaaaaaaaaaaaaaw2";

    private const string Definitions = """
        { "name": "ContentDefinition",
          "ContentTypes": [
            { "Name": "Practice", "DisplayName": "Practice", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true, "Securable": true } },
              "ContentTypePartDefinitionRecords": [
                { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} },
                { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "AutoroutePartSettings": { "Pattern": "practices/{{ ContentItem.DisplayText | slugify }}" } } },
                { "PartName": "PublishLaterPart", "Name": "PublishLaterPart", "Settings": {} },
                { "PartName": "ArchiveLaterPart", "Name": "ArchiveLaterPart", "Settings": {} },
                { "PartName": "Practice", "Name": "Practice", "Settings": {} } ] },
            { "Name": "Secret", "DisplayName": "Secret", "Settings": { "ContentTypeSettings": { "Creatable": true, "Listable": true, "Draftable": true, "Versionable": true, "Securable": true, "Stereotype": "Hidden" } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} } ] },
            { "Name": "Taxonomy", "DisplayName": "Taxonomy", "Settings": { "ContentTypeSettings": { "Draftable": true, "Versionable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "AliasPart", "Name": "AliasPart", "Settings": {} }, { "PartName": "TaxonomyPart", "Name": "TaxonomyPart", "Settings": {} } ] } ],
          "ContentParts": [ { "Name": "Practice", "Settings": {}, "ContentPartFieldDefinitionRecords": [
            { "FieldName": "TextField", "Name": "Summary", "Settings": { "TextFieldSettings": { "Required": true } } },
            { "FieldName": "HtmlField", "Name": "Story", "Settings": {} },
            { "FieldName": "ContentPickerField", "Name": "Related", "Settings": {} },
            { "FieldName": "TaxonomyField", "Name": "Themes", "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "4aaaaaaaaaaaaaaaaaaaaaaat1" } } },
            { "FieldName": "TaxonomyField", "Name": "Language", "Settings": { "TaxonomyFieldSettings": { "TaxonomyContentItemId": "4aaaaaaaaaaaaaaaaaaaaaaan1" } } } ] } ] }
        """;

    private const string Roles = """
        { "name": "Roles", "Roles": [
          { "Name": "Anonymous", "Permissions": [] },
          { "Name": "Authenticated", "Permissions": [] },
          { "Name": "Guest", "Permissions": ["AccessAdminPanel"] },
          { "Name": "Reader", "Permissions": ["AccessAdminPanel", "ListContent_Practice", "View_Practice"] },
          { "Name": "Contributor", "Permissions": ["AccessAdminPanel", "ListContent_Practice", "EditOwn_Practice", "CloneOwn_Practice"] },
          { "Name": "Author", "Permissions": ["AccessAdminPanel", "ListContent_Practice", "PublishOwn_Practice", "DeleteOwn_Practice"] },
          { "Name": "Editor", "Permissions": ["AccessAdminPanel", "ListContent_Practice", "Publish_Practice", "Delete_Practice", "Clone_Practice"] },
          { "Name": "Auditor", "Permissions": ["AccessAdminPanel", "ViewAuditTrail"] } ] }
        """;

    private static string Term(string id, string title, string code, string below = "") =>
        $$"""{ "ContentItemId": "{{id}}", "ContentType": "Theme", "DisplayText": "{{title}}", "Theme": { "Code": { "Text": "{{code}}" } }{{(below.Length == 0 ? "" : $", \"Terms\": [ {below} ]")}} }""";

    private static string Vocabulary(string id, string title, string alias, string terms) => Recipe.Item("Taxonomy", id, title, $$"""
        "AliasPart": { "Alias": "{{alias}}" }, "TaxonomyPart": { "TermContentType": "Theme", "Terms": [ {{terms}} ] }
        """);

    /// <summary>Types, roles and vocabularies, and these items.</summary>
    public static SiteSetup Of(params string[] items) => SiteSetup.Of(
        Definitions,
        Roles,
        Recipe.Content(
            [
                Vocabulary("4aaaaaaaaaaaaaaaaaaaaaaat1", "Themes", "themes", Term(Water, "Water", "6", Term(Rivers, "Rivers", "6.1"))),
                Vocabulary(Languages, "Languages", "languages", Term(French, "French", "fr")),
                .. items,
            ]));

    public static string Practice(string id, string title, string parts = """ "Practice": { "Summary": { "Text": "About it." } } """) => Recipe.Item("Practice", Id(id), title, parts);

    public static string Secret(string id, string title) => Recipe.Item("Secret", Id(id), title);

    /// <summary>A whole id from a short one.</summary>
    public static string Id(string name) => "4" + name.PadLeft(25, '0');

    /// <summary>The item with its draft: what a form saves.</summary>
    public static async Task<ContentItem> SaveAsync(Site site, string title, Caller? caller = null, string? id = null, Action<ContentDraft>? change = null)
    {
        var draft = id is null ? new ContentDraft { ContentType = "Practice" } : ContentDraft.FromItem((await site.Get<ContentReader>().FindLatestAsync(id))!);
        draft.DisplayText = title;
        draft.Part("TitlePart")["Title"] = title;
        draft.Part("Practice")["Summary"] ??= new System.Text.Json.Nodes.JsonObject { ["Text"] = "About it." };
        change?.Invoke(draft);
        return await site.Get<ContentEditor>().SaveDraftAsync(caller ?? Caller.Site, draft);
    }

    /// <summary>The list's titles, in order.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(Site site, HttpClient browser, string filter, string path = "/Admin/Contents/ContentItems") =>
        TitlesOf(await site.GetAsync($"{path}?q={Uri.EscapeDataString(filter)}", browser));

    public static IReadOnlyList<string> TitlesOf(string page) => [.. Rows().Matches(page).Select(row => WebUtility.HtmlDecode(row.Groups["title"].Value))];

    /// <summary>Sends a form with the token of a page, as the buttons in lists do.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string tokenPage, string address, params (string Name, string Value)[] values)
    {
        var page = await browser.GetStringAsync(tokenPage);
        var token = Token().Match(page).Groups["value"].Value;
        using var form = new FormUrlEncodedContent(values.Select(value => KeyValuePair.Create(value.Name, value.Value)).Append(KeyValuePair.Create("__RequestVerificationToken", token)));
        return await browser.PostAsync(address, form);
    }

    [GeneratedRegex("""<th scope="row" class="title">\s*<(a|span)[^>]*>(?<title>[^<]*)</""")]
    private static partial Regex Rows();

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<value>[^"]*)"|name="__RequestVerificationToken"[^>]*value="(?<value>[^"]*)" """)]
    private static partial Regex Token();
}
