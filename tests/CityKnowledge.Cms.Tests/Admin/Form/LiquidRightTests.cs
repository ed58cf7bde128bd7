using System.Net;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Tests.Liquid;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>Liquid in content that is not cleaned runs: to write it needs a right of its own, at every door.</summary>
public sealed class LiquidRightTests(LiquidRightTests.Shared shared) : IClassFixture<LiquidRightTests.Shared>
{
    private const string Liquid = "<p>{{ Site.SiteName }}</p>";
    private const string NewLetter = "/Admin/Contents/ContentTypes/Letter/Create";

    [Fact]
    public async Task Who_lacks_the_right_is_told_and_nothing_typed_is_lost()
    {
        using var editor = await shared.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, NewLetter)).With("TitlePart.Title", "By an editor").With("HtmlBodyPart.Html", Liquid);

        using var refused = await form.PublishAsync();
        var again = await Desk.OfAsync(editor, refused);
        var kept = again["HtmlBodyPart.Html"];
        using var allowed = await again.With("HtmlBodyPart.Html", "<p>Plain {braces}</p>").PublishAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(Liquid, kept);
        Assert.Contains("you have no right to write them", WebUtility.HtmlDecode(again.Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, allowed.StatusCode);
    }

    [Fact]
    public async Task Who_has_the_right_writes_it_and_others_may_still_change_the_rest()
    {
        using var designer = await shared.Site.SignInAsync("Editor", "Designer");
        using var made = await (await Desk.OpenAsync(designer, NewLetter)).With("TitlePart.Title", "By a designer").With("HtmlBodyPart.Html", Liquid).PublishAsync();
        var id = FieldTests.IdOf(made);
        using var editor = await shared.Site.SignInAsync("Editor");

        using var renamed = await (await Desk.OpenAsync(editor, Desk.Edit(id))).With("TitlePart.Title", "Renamed").PublishAsync();
        using var changed = await (await Desk.OpenAsync(editor, Desk.Edit(id))).With("HtmlBodyPart.Html", Liquid + "{% comment %}").PublishAsync();

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.BadRequest), (renamed.StatusCode, changed.StatusCode));
        var item = (await shared.Site.FindAsync(id))!;
        Assert.Equal(("Renamed", Liquid), (item.DisplayText, item.Part("HtmlBodyPart").Get("Html").AsText()));
    }

    [Theory]
    [InlineData("{\\{ Site.SiteName }}")]
    [InlineData("&#123;&lbrace; Site.SiteName }}")]
    [InlineData("&#X7b;\\% comment %}")]
    [InlineData("{&percnt; comment %}")]
    public async Task Braces_that_Markdown_brings_to_light_are_found_too(string text)
    {
        var draft = new ContentDraft { ContentType = "Leaf" };
        draft.Part("MarkdownBodyPart")["Markdown"] = text;
        var caller = new Caller("4someone00000000000000000a", "someone", ["Editor"]);

        var trouble = await Assert.ThrowsAsync<InvalidContentException>(() => shared.Site.Get<ContentEditor>().SaveDraftAsync(caller, draft));

        Assert.Equal("MarkdownBodyPart", Assert.Single(trouble.Problems).Path);
    }

    [Fact]
    public async Task The_preview_does_not_run_it_for_who_may_not_write_it()
    {
        using var editor = await shared.Site.SignInAsync("Editor");
        using var designer = await shared.Site.SignInAsync("Editor", "Designer");

        Assert.DoesNotContain("<p>Test site</p>", await PreviewAsync(editor), StringComparison.Ordinal);
        Assert.Contains("<p>Test site</p>", await PreviewAsync(designer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cleaned_text_may_have_braces_and_other_doors_ask_too()
    {
        using var editor = await shared.Site.SignInAsync("Editor");
        using var saved = await (await Desk.OpenAsync(editor, "/Admin/Contents/ContentTypes/Clean/Create")).With("TitlePart.Title", "Clean").With("HtmlBodyPart.Html", Liquid).PublishAsync();
        var draft = new ContentDraft { ContentType = "Letter" };
        draft.Part("TitlePart")["Title"] = "By program";
        draft.Part("HtmlBodyPart")["Html"] = Liquid;

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var caller = new Caller("4someone00000000000000000a", "someone", ["Editor"]);
        var trouble = await Assert.ThrowsAsync<InvalidContentException>(() => shared.Site.Get<ContentEditor>().SaveDraftAsync(caller, draft));
        Assert.Equal("HtmlBodyPart", Assert.Single(trouble.Problems).Path);
    }

    private static async Task<string> PreviewAsync(HttpClient browser)
    {
        using var answer = await DeskForms.PostAsync(browser, "/Admin/Contents/ContentTypes/Letter/Preview", ("TitlePart.Title", "Previewed"), ("HtmlBodyPart.Html", Liquid));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup { get; } = SiteSetup.Of(
            """
            { "name": "Roles", "Roles": [
              { "Name": "Editor", "Permissions": ["AccessAdminPanel", "PublishContent", "PreviewContent"] },
              { "Name": "Designer", "Permissions": ["WriteLiquid"] } ] }
            """,
            ThemeParts.HtmlType("Letter", sanitize: false),
            """
            { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Leaf", "DisplayName": "Leaf", "Settings": { "ContentTypeSettings": { "Draftable": true, "Versionable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart", "Settings": { "MarkdownBodyPartSettings": { "SanitizeHtml": false } } } ] } ] }
            """,
            ThemeParts.HtmlType("Clean", sanitize: true)).WithTheme(("views/Layout.liquid", ThemeParts.Layout));
    }
}
