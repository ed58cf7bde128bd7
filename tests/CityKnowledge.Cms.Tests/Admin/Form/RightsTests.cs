using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>Who may open a form, and what a post may do.</summary>
public sealed class RightsTests(FormSite desk) : IClassFixture<FormSite>
{
    private const string NewSign = "/Admin/Contents/ContentTypes/Sign/Create";

    [Theory]
    [InlineData("Editor", HttpStatusCode.OK, HttpStatusCode.OK, true)]
    [InlineData("Author", HttpStatusCode.OK, HttpStatusCode.Forbidden, true)]
    [InlineData("Contributor", HttpStatusCode.OK, HttpStatusCode.Forbidden, false)]
    [InlineData("Helper", HttpStatusCode.OK, HttpStatusCode.OK, false)]
    [InlineData("Moderator", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, false)]
    [InlineData("Outsider", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, false)]
    public async Task Each_role_opens_what_it_may(string role, HttpStatusCode create, HttpStatusCode edit, bool publishes)
    {
        using var user = await desk.Site.SignInAsync(role);

        using var created = await user.GetAsync(Desk.NewNote);
        using var edited = await user.GetAsync(Desk.Edit(FormRecipe.Known));
        using var watched = await user.GetAsync($"/Admin/Contents/ContentItems/{FormRecipe.Known}/Presence", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal((create, edit, edit), (created.StatusCode, edited.StatusCode, watched.StatusCode));
        if (create == HttpStatusCode.OK) Assert.Equal(publishes, (await created.Content.ReadAsStringAsync()).Contains("submit.Publish", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Contributor")]
    [InlineData("Helper")]
    public async Task Who_may_not_publish_gets_403_for_a_forged_publish_and_no_say_in_the_schedule(string role)
    {
        using var user = await desk.Site.SignInAsync(role);
        var title = "Forged by " + role;
        var form = (await Desk.OpenAsync(user, Desk.NewNote)).With("TitlePart.Title", title).With("Note.Summary.Text", "x").With("PublishLaterPart.ScheduledPublishUtc", "2020-01-01T00:00");

        using var forged = await form.PublishAsync();
        using var saved = await form.SaveAsync();

        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var item = await desk.LatestAsync(FieldTests.IdOf(saved));
        Assert.False(item.Published);
        Assert.Null(item.Part("PublishLaterPart").Get("ScheduledPublishUtc").AsText());
    }

    [Fact]
    public async Task Nobody_without_the_right_to_publish_can_schedule_it_through_any_door()
    {
        var helper = new Caller("h", "helper", ["Helper"]);
        var draft = ContentDraft.FromItem(await desk.LatestAsync(FormRecipe.Known));
        draft.Part("PublishLaterPart")["ScheduledPublishUtc"] = "2020-01-01T00:00:00Z";

        await Assert.ThrowsAsync<ForbiddenException>(() => desk.Site.Get<ContentEditor>().SaveDraftAsync(helper, draft));
    }

    [Fact]
    public async Task A_post_cannot_set_owner_status_dates_ids_or_anything_else_that_is_not_in_the_form()
    {
        using var author = await desk.Site.SignInAsync("Author");
        var form = (await Desk.OpenAsync(author, Desk.NewNote)).With("TitlePart.Title", "Mass assignment").With("Note.Summary.Text", "x");
        foreach (var name in (string[])["Owner", "Author", "ContentItemId", "ContentItemVersionId", "Published", "Latest", "CreatedUtc", "PublishedUtc", "DisplayText", "ContentType", "ContentItem.Owner",
            "CommonPart.Owner", "CommonPart.CreatedUtc", "CommonPart.OwnerName", "Target.Item.Owner", "ContainedPart.ListContentItemId", "Note.Unknown.Text", "Note.Topics.TaxonomyContentItemId", "TitlePart.Unknown", "Note.Secret.Text"]) form.With(name, "40hostile00000000000000000");

        using var saved = await form.SaveAsync();

        var item = await desk.LatestAsync(FieldTests.IdOf(saved));
        Assert.DoesNotContain("40hostile", item.Content.GetRawText(), StringComparison.Ordinal);
        Assert.NotEqual("40hostile00000000000000000", item.Owner);
        Assert.NotEqual("40hostile00000000000000000", item.ContentItemId);
        Assert.False(item.Published);
        Assert.True(item.CreatedUtc > DateTime.UtcNow.AddMinutes(-5));
    }

    [Fact]
    public async Task Unknown_types_and_items_and_drafts_of_others_are_explained()
    {
        using var author = await desk.Site.SignInAsync("Author");
        var known = await Desk.OpenAsync(author, Desk.NewNote);

        foreach (var (address, status) in new[]
        {
            ("/Admin/Contents/ContentTypes/Nothing/Create", HttpStatusCode.NotFound),
            ("/Admin/Contents/ContentTypes/Topic/Create", HttpStatusCode.NotFound),
            (Desk.Edit("40nothing00000000000000000"), HttpStatusCode.NotFound),
            (Desk.Edit(FormRecipe.Known), HttpStatusCode.Forbidden),
        })
        {
            using var read = await author.GetAsync(address);
            using var sent = await author.PostAsync(address, new FormUrlEncodedContent([new("__RequestVerificationToken", known["__RequestVerificationToken"]!), new("TitlePart.Title", "Taken")]));
            Assert.Equal((address, status, status), (address, read.StatusCode, sent.StatusCode));
        }
    }

    [Fact]
    public async Task A_ticket_works_for_its_own_user_and_item_only()
    {
        using var author = await desk.Site.SignInAsync("Author");
        using var other = await desk.Site.SignInAsync("Author");
        var form = (await Desk.OpenAsync(author, Desk.NewNote)).With("TitlePart.Title", "Ticket").With("Note.Summary.Text", "x");
        using var saved = await form.SaveAsync();
        var theirs = (await Desk.OpenAsync(other, Desk.NewNote)).With("TitlePart.Title", "Other ticket").With("_ticket", form["_ticket"]!);

        using var made = await theirs.SaveAsync();

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.NotEqual(FieldTests.IdOf(saved), FieldTests.IdOf(made));
        Assert.Equal("Ticket", (await desk.LatestAsync(FieldTests.IdOf(saved))).DisplayText);
    }

    [Fact]
    public async Task What_lies_in_the_bin_is_not_edited_but_said_to_lie_there()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Binned", "x");
        var form = await Desk.OpenAsync(editor, Desk.Edit(id));
        await desk.Site.Get<ContentEditor>().DeleteAsync(Caller.Site, id);

        using var read = await editor.GetAsync(Desk.Edit(id));
        using var sent = await form.With("Note.Summary.Text", "resurrected").SaveAsync();

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, sent.StatusCode));
        Assert.Contains("is in the bin", await read.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await desk.Site.Get<ContentReader>().FindLatestAsync(id));
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_with_words()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Too large").With("Note.Story.Html", new string('x', 9 * 1024 * 1024));

        using var answer = await form.SaveAsync();

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("A form may hold 8 MB.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await desk.CountAsync("Too large"));
    }

    [Fact]
    public async Task What_is_public_without_versions_is_saved_only_by_who_may_publish_it()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var helper = await desk.Site.SignInAsync("Helper");
        using var published = await (await Desk.OpenAsync(editor, NewSign)).With("TitlePart.Title", "On the door").PublishAsync();
        var item = await desk.LatestAsync(FieldTests.IdOf(published));
        var form = await Desk.OpenAsync(helper, Desk.Edit(item.ContentItemId));

        using var saved = await form.With("TitlePart.Title", "Defaced").SaveAsync();
        using var restored = await DeskForms.PostAsync(helper, $"/Admin/AuditTrail/{item.ContentItemId}/Restore/{item.ContentItemVersionId}");
        using var draft = await (await Desk.OpenAsync(helper, NewSign)).With("TitlePart.Title", "A draft of a sign").SaveAsync();

        Assert.DoesNotContain("submit.Save", form.Page, StringComparison.Ordinal);
        Assert.Contains("public at once", form.Page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.Redirect), (saved.StatusCode, restored.StatusCode, draft.StatusCode));
        Assert.Equal("On the door", (await desk.Site.FindAsync(item.ContentItemId))?.DisplayText);
        Assert.Contains("submit.Publish", (await Desk.OpenAsync(editor, Desk.Edit(item.ContentItemId))).Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_does_not_write_over_an_item_of_another_type()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var made = await (await Desk.OpenAsync(editor, NewSign)).With("TitlePart.Title", "Stays a sign").SaveAsync();
        var id = FieldTests.IdOf(made);
        var ticket = (await Desk.OpenAsync(editor, Desk.Edit(id)))["_ticket"]!;
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Would be a note").With("Note.Summary.Text", "typed").With("_ticket", ticket);

        using var saved = await form.SaveAsync();
        using var published = await form.PublishAsync();
        var (autosaved, _) = await form.AutosaveAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (saved.StatusCode, published.StatusCode, autosaved));
        var page = WebUtility.HtmlDecode(await saved.Content.ReadAsStringAsync());
        Assert.Contains("This form belongs to an item of another type, 'Sign', so nothing was saved.", page, StringComparison.Ordinal);
        Assert.Contains("typed", page, StringComparison.Ordinal);
        var item = await desk.LatestAsync(id);
        Assert.Equal(("Sign", "Stays a sign", false), (item.ContentType, item.DisplayText, item.Published));
    }
}
