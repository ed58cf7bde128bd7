using System.Net;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>A field takes what it offers, whatever is posted, and says what it does not take.</summary>
public sealed class PickerTests(FormSite desk) : IClassFixture<FormSite>
{
    [Theory]
    [InlineData("Topics", FormRecipe.Horses, FormRecipe.Bikes, "The topics: 'Horses' is not offered any more. Choose another term.")]
    [InlineData("Branch", FormRecipe.Rail, FormRecipe.Metro, "The branch: 'Rail' has terms below it. Choose one of those.")]
    [InlineData("Topics", "40topicsn0ne00000000000000", FormRecipe.Bikes, "The topics: there is no term '40topicsn0ne00000000000000'. Choose one from the list.")]
    public async Task A_term_that_is_not_offered_is_refused_with_words_at_its_field(string field, string wrong, string right, string message)
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Not offered", "before");
        var form = (await Desk.OpenAsync(editor, Desk.Edit(id))).With("Note.Summary.Text", "after").With($"Note.{field}.TermContentItemIds", "", right, wrong);

        using var refused = await form.PublishAsync();
        var (status, json) = await form.AutosaveAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, status));
        var again = await Desk.OfAsync(editor, refused);
        var problem = again.Page[again.Page.IndexOf($"id=\"Note_{field}_problem\"", StringComparison.Ordinal)..];
        Assert.Contains(message, WebUtility.HtmlDecode(problem[..problem.IndexOf("</p>", StringComparison.Ordinal)]), StringComparison.Ordinal);
        Assert.Equal([right, wrong], again.All($"Note.{field}.TermContentItemIds").Where(term => term.Length > 0).Order());
        Assert.Equal(message, Assert.Single(json.GetProperty("problems").EnumerateArray()).GetProperty("message").GetString());
        var latest = await desk.LatestAsync(id);
        Assert.Equal(("after", 0), (FormSite.Summary(latest), Terms(latest, field).Length));
        using var saved = await (await Desk.OpenAsync(editor, Desk.Edit(id))).With($"Note.{field}.TermContentItemIds", "", right).SaveAsync();
        Assert.Equal([right], Terms(await desk.LatestAsync(id), field));
    }

    [Theory]
    [InlineData("40n0such1tem00000000000000")]
    [InlineData(FormRecipe.Topics)]
    public async Task An_item_that_is_not_there_or_not_offered_is_refused(string wrong)
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Points to nothing", "before");
        var form = (await Desk.OpenAsync(editor, Desk.Edit(id))).With("Note.Summary.Text", "after").With("Note.Related.ContentItemIds", "", wrong);

        using var refused = await form.PublishAsync();
        var (status, json) = await form.AutosaveAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (refused.StatusCode, status));
        Assert.Contains($"nothing is called '{wrong}'", await DeskForms.TextAsync(refused), StringComparison.Ordinal);
        Assert.Single(json.GetProperty("problems").EnumerateArray());
        var latest = await desk.LatestAsync(id);
        Assert.Equal(("after", 0), (FormSite.Summary(latest), latest.Field("Note", "Related").Get("ContentItemIds").AsTexts().Count()));
    }

    [Fact]
    public async Task Who_publishes_a_pointer_to_a_draft_is_told_that_visitors_do_not_see_it()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var draft = new ContentDraft { ContentType = "Note" };
        draft.Part("TitlePart")["Title"] = "Not public yet";
        var unseen = (await desk.Site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft)).ContentItemId;
        var id = await desk.PublishAsync("Points to a draft", "x");

        using var published = await (await Desk.OpenAsync(editor, Desk.Edit(id))).With("Note.Related.ContentItemIds", "", unseen, FormRecipe.Known).PublishAsync();
        var told = await DeskForms.ReadAsync(editor, published.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
        Assert.Contains("It points to drafts, which visitors do not see until they are published: Not public yet.", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Topics", FormRecipe.Horses, FormRecipe.Bikes)]
    [InlineData("Branch", FormRecipe.Rail, FormRecipe.Metro)]
    public async Task A_term_that_the_item_has_already_may_stay(string field, string old, string added)
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Had it before", "before");
        var draft = ContentDraft.FromItem(await desk.LatestAsync(id));
        draft.Part("Note")[field] = new JsonObject { ["TermContentItemIds"] = new JsonArray(old) };
        await desk.Site.Get<ContentEditor>().SaveAndPublishAsync(Caller.Site, draft);

        using var saved = await (await Desk.OpenAsync(editor, Desk.Edit(id))).With($"Note.{field}.TermContentItemIds", "", old, added).PublishAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(new[] { old, added }.Order(), Terms(await desk.LatestAsync(id), field).Order());
    }

    [Theory]
    [InlineData("Topics.TermContentItemIds", "The topics", "data-term-picker-typed-value")]
    [InlineData("Related.ContentItemIds", "The related", "data-item-picker-typed-value")]
    public async Task What_was_typed_into_a_picker_and_not_picked_is_not_lost(string control, string label, string box)
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Not picked", "before");
        var form = (await Desk.OpenAsync(editor, Desk.Edit(id))).With("Note.Summary.Text", "after").With($"_unpicked:Note.{control}", "tra\"m");
        var (status, json) = await form.AutosaveAsync();
        Assert.Equal((HttpStatusCode.OK, 0), (status, json.GetProperty("problems").GetArrayLength()));
        Assert.Equal("after", FormSite.Summary(await desk.LatestAsync(id)));

        using var saved = await form.Take(json).With("Note.Summary.Text", "later").SaveAsync();
        using var published = await form.PublishAsync();
        using var shown = await form.SendAsync("_show", "true");

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (saved.StatusCode, published.StatusCode));
        var page = await saved.Content.ReadAsStringAsync();
        Assert.Contains($"{label}: choose “tra\"m” from the list, or clear it.", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains($"{box}=\"tra&quot;m\"", page, StringComparison.Ordinal);
        Assert.Contains($"{box}=\"tra&quot;m\"", await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("later", (await Desk.OfAsync(editor, saved))["Note.Summary.Text"]);
        using var cleared = await form.With($"_unpicked:Note.{control}", " ").SaveAsync();
        Assert.Equal(HttpStatusCode.Redirect, cleared.StatusCode);
    }

    [Fact]
    public async Task What_waits_in_the_box_of_a_picker_is_not_lost_either_when_someone_else_saved_without_a_change()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Saved unchanged", "before");
        var form = (await Desk.OpenAsync(editor, Desk.Edit(id))).With("_unpicked:Note.Related.ContentItemIds", "No such thing");
        await desk.Site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, ContentDraft.FromItem(await desk.LatestAsync(id)));

        using var saved = await form.SaveAsync();

        Assert.Equal(HttpStatusCode.BadRequest, saved.StatusCode);
        Assert.Contains("choose “No such thing” from the list", await DeskForms.TextAsync(saved), StringComparison.Ordinal);
    }

    private static string[] Terms(ContentItem item, string field) => [.. item.Field("Note", field).Get("TermContentItemIds").AsTexts()];
}
