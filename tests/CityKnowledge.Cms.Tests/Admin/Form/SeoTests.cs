using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>What search engines and social networks are told: every member that Orchard stores can be written.</summary>
public sealed class SeoTests(FormSite desk) : IClassFixture<FormSite>
{
    private const string NewLeaflet = "/Admin/Contents/ContentTypes/Leaflet/Create";

    [Fact]
    public async Task Pictures_tags_and_the_switch_are_stored_in_the_shape_of_Orchard()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, NewLeaflet)).With("TitlePart.Title", "Shared");
        foreach (var picture in (string[])["DefaultSocialImage", "OpenGraphImage", "TwitterImage"])
        {
            form.With($"SeoMetaPart.{picture}.Paths", "", $"{picture}.png").With($"SeoMetaPart.{picture}.MediaTexts", "", "What it shows");
        }

        form.With("SeoMetaPart.CustomMetaTags", "<meta name=\"author\" content=\"Ann &amp; Ben\">\r\n\r\n<meta property='a:b' content=\"c\"/>\n<meta charset=utf-8>").With("SeoMetaPart.Render", "false").With("SeoMetaPart.TwitterCard", "summary");

        using var saved = await form.PublishAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var id = FieldTests.IdOf(saved);
        Assert.Equal(JsonSerializer.Serialize(JsonElement.Parse("""
            { "TwitterCard": "summary", "Render": false,
              "CustomMetaTags": [ { "Name": "author", "Content": "Ann & Ben" }, { "Property": "a:b", "Content": "c" }, { "Charset": "utf-8" } ],
              "DefaultSocialImage": { "Paths": ["DefaultSocialImage.png"], "MediaTexts": ["What it shows"] },
              "OpenGraphImage": { "Paths": ["OpenGraphImage.png"], "MediaTexts": ["What it shows"] },
              "TwitterImage": { "Paths": ["TwitterImage.png"], "MediaTexts": ["What it shows"] } }
            """)), JsonSerializer.Serialize((await desk.LatestAsync(id)).Part("SeoMetaPart")));
        var again = await Desk.OpenAsync(editor, Desk.Edit(id));
        Assert.Equal("<meta name=\"author\" content=\"Ann &amp; Ben\">\n<meta property=\"a:b\" content=\"c\">\n<meta charset=\"utf-8\">", again["SeoMetaPart.CustomMetaTags"]!.ReplaceLineEndings("\n"));
        Assert.Equal("false", again["SeoMetaPart.Render"]);
        Assert.Contains("TwitterImage.png", again.All("SeoMetaPart.TwitterImage.Paths"));
        Assert.Equal(id, Assert.Single(await desk.Site.Get<MediaUse>().ListAsync(["OpenGraphImage.png"])).ContentItemId);
    }

    [Fact]
    public async Task What_was_never_set_stays_unset_and_the_switch_is_on_until_somebody_turns_it_off()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var draft = new ContentDraft { ContentType = "Leaflet" };
        draft.Part("TitlePart")["Title"] = "From Orchard";
        draft.Part("SeoMetaPart")["CustomMetaTags"] = JsonNode.Parse("""[ { "Name": "x", "Content": "\u003cy\u003e \u0022", "Tag": "kept" } ]""");
        var id = (await desk.Site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft)).ContentItemId;
        var before = (await desk.LatestAsync(id)).Part("SeoMetaPart").GetRawText();
        var form = await Desk.OpenAsync(editor, Desk.Edit(id));
        Assert.Equal("true", form["SeoMetaPart.Render"]);

        using var same = await form.SaveAsync();
        var after = (await desk.LatestAsync(id)).Part("SeoMetaPart").GetRawText();
        using var off = await (await Desk.OpenAsync(editor, Desk.Edit(id))).With("SeoMetaPart.Render", "false").SaveAsync();
        using var on = await (await Desk.OpenAsync(editor, Desk.Edit(id))).With("SeoMetaPart.Render", "false", "true").SaveAsync();

        Assert.Equal(before, after);
        Assert.True((await desk.LatestAsync(id)).Part("SeoMetaPart").Get("Render").AsFlag());
    }

    [Theory]
    [InlineData("<meta name=a content=b> and words")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<meta name=a onload=alert(1)>")]
    [InlineData("<meta>")]
    [InlineData("just words")]
    [InlineData("<meta http-equiv=refresh content='0;url=https://example.org'>")]
    public async Task What_is_no_meta_tag_is_refused_with_words_at_the_field(string typed)
    {
        using var editor = await desk.Site.SignInAsync("Editor");

        using var answer = await (await Desk.OpenAsync(editor, NewLeaflet)).With("TitlePart.Title", "Wrong tags").With("SeoMetaPart.CustomMetaTags", typed).SaveAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var again = await Desk.OfAsync(editor, answer);
        Assert.Equal(typed, again["SeoMetaPart.CustomMetaTags"]);
        Assert.Contains("href=\"#SeoMetaPart_CustomMetaTags\"", again.Page, StringComparison.Ordinal);
        Assert.Contains("must be meta tags, one on each line", again.Page, StringComparison.Ordinal);
        Assert.Matches("<details[^>]*id=\"SeoMetaPart\"[^>]* open", again.Page);
        Assert.Equal(0, await desk.CountAsync("Wrong tags"));
    }

    [Theory]
    [InlineData("{ \"@type\": ")]
    [InlineData("words")]
    [InlineData("\"words\"")]
    [InlineData("{ \"a\": \"\\ud800\" }")]
    [InlineData("<script type=\"application/ld+json\">{}</script>")]
    public async Task Structured_data_that_is_no_JSON_is_refused_with_words_at_the_field(string typed)
    {
        using var editor = await desk.Site.SignInAsync("Editor");

        using var answer = await (await Desk.OpenAsync(editor, NewLeaflet)).With("TitlePart.Title", "Wrong data").With("SeoMetaPart.GoogleSchema", typed).SaveAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var again = await Desk.OfAsync(editor, answer);
        Assert.Equal(typed, again["SeoMetaPart.GoogleSchema"]);
        Assert.Contains("href=\"#SeoMetaPart_GoogleSchema\"", again.Page, StringComparison.Ordinal);
        Assert.Contains("must be structured data in JSON", again.Page, StringComparison.Ordinal);
        Assert.Equal(0, await desk.CountAsync("Wrong data"));
    }

    [Theory]
    [InlineData("javascript:alert(1)", HttpStatusCode.BadRequest)]
    [InlineData("www.example.org/original", HttpStatusCode.BadRequest)]
    [InlineData("//example.org", HttpStatusCode.BadRequest)]
    [InlineData("https://example.org/original", HttpStatusCode.Redirect)]
    [InlineData("/practices/original", HttpStatusCode.Redirect)]
    public async Task The_address_of_the_original_is_one_that_can_be_followed(string typed, HttpStatusCode status)
    {
        using var editor = await desk.Site.SignInAsync("Editor");

        using var answer = await (await Desk.OpenAsync(editor, NewLeaflet)).With("TitlePart.Title", "A copy").With("SeoMetaPart.Canonical", typed).SaveAsync();

        Assert.Equal(status, answer.StatusCode);
        if (status == HttpStatusCode.BadRequest) Assert.Contains("The address of the original must begin with https://, http:// or /.", await DeskForms.TextAsync(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Orchard_stored_stays_when_the_rest_is_changed()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var draft = new ContentDraft { ContentType = "Leaflet" };
        draft.Part("TitlePart")["Title"] = "Refreshing";
        draft.Part("SeoMetaPart")["CustomMetaTags"] = JsonNode.Parse("""[ { "HttpEquiv": "refresh", "Content": "9" } ]""");
        draft.Part("SeoMetaPart")["GoogleSchema"] = "{ {{ Liquid }} }";
        var id = (await desk.Site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft)).ContentItemId;

        using var saved = await (await Desk.OpenAsync(editor, Desk.Edit(id))).With("SeoMetaPart.MetaKeywords", "k").With("SeoMetaPart.TwitterCard", "summary").SaveAsync();

        var part = (await desk.LatestAsync(id)).Part("SeoMetaPart");
        Assert.Equal(("refresh", "{ {{ Liquid }} }", "k"), (part.Get("CustomMetaTags")[0].Get("HttpEquiv").AsText(), part.Get("GoogleSchema").AsText(), part.Get("MetaKeywords").AsText()));
    }

    [Fact]
    public async Task A_picture_that_is_none_is_refused_and_what_the_type_does_not_ask_for_is_ignored()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var refused = await (await Desk.OpenAsync(editor, NewLeaflet)).With("TitlePart.Title", "x").With("SeoMetaPart.TwitterImage.Paths", "", "a.pdf").SaveAsync();
        using var ignored = await (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Plain").With("SeoMetaPart.TwitterImage.Paths", "", "a.png").With("SeoMetaPart.MetaKeywords", "k").SaveAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("Picture on X: &#x27;a.pdf&#x27; must end in one of", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("a.png", (await desk.LatestAsync(FieldTests.IdOf(ignored))).Content.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"k\"", (await desk.LatestAsync(FieldTests.IdOf(ignored))).Content.GetRawText(), StringComparison.Ordinal);
    }
}
