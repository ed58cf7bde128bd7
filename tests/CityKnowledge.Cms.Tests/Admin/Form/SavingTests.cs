using System.Net;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>Nothing typed is lost and nothing is made twice.</summary>
public sealed class SavingTests(FormSite desk) : IClassFixture<FormSite>
{
    [Fact]
    public async Task The_first_autosave_makes_the_item_and_the_form_goes_on_with_it()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "B").With("Note.Summary.Text", "Bus");
        var (_, first) = await form.AutosaveAsync();
        var id = first.GetProperty("edit").GetString()!.Split('/')[^2];
        Assert.Equal(Desk.Edit(id), first.GetProperty("edit").GetString());

        var (status, second) = await form.Take(first).With("TitlePart.Title", "Buses for all").AutosaveAsync();
        using var published = await form.Take(second).PublishAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(id, FieldTests.IdOf(published));
        var item = await desk.LatestAsync(id);
        Assert.True(item is { Published: true, DisplayText: "Buses for all" });
        // Until it is public the address follows the title.
        Assert.Equal("notes/buses-for-all", item.Part("AutoroutePart").Get("Path").AsText());
        Assert.Equal((1, 0, 1), (await desk.CountAsync(id, "Created"), await desk.CountAsync(id, "Saved"), await desk.CountAsync(id, "Published")));
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_item_and_one_version()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Sent twice").With("Note.Summary.Text", "x");

        var answers = await Task.WhenAll(form.PublishAsync(), form.PublishAsync(), form.PublishAsync());

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Single(answers.Select(FieldTests.IdOf).Distinct());
        Assert.Equal(1, await desk.CountAsync("Sent twice"));
        Assert.Equal((1, 1), (await desk.CountAsync(FieldTests.IdOf(answers[0]), "Created"), await desk.CountAsync(FieldTests.IdOf(answers[0]), "Published")));
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task Publishing_a_form_as_it_was_opened_makes_no_nameless_draft_and_tells_what_is_missing_in_the_order_of_the_form()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var before = (await desk.Site.Get<ContentQueries>().ListAsync(new ContentQuery { Types = ["Note"], Status = ContentStatus.Latest, Take = 1000 })).Count;

        using var answer = await (await Desk.OpenAsync(editor, Desk.NewNote)).PublishAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        var (title, summary) = (page.IndexOf("href=\"#TitlePart_Title\"", StringComparison.Ordinal), page.IndexOf("href=\"#Note_Summary_Text\"", StringComparison.Ordinal));
        Assert.True(title > 0 && summary > title, $"{title}, {summary}");
        Assert.Equal(before, (await desk.Site.Get<ContentQueries>().ListAsync(new ContentQuery { Types = ["Note"], Status = ContentStatus.Latest, Take = 1000 })).Count);
    }

    [Fact]
    public async Task What_is_wrong_in_several_ways_at_once_keeps_no_autosave_from_saving_the_rest()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Wrong in three ways").With("Note.Summary.Text", "ten paragraphs")
            .With("AutoroutePart.Path", "subjects/known").With("Note.Kind.Text", "wide").With("Note.Year.Value", "not a year");

        var (status, json) = await form.AutosaveAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["AutoroutePart.Path", "Note.Kind.Text", "Note.Year.Value"], json.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("name").GetString()).Order());
        Assert.Equal("ten paragraphs", FormSite.Summary(await desk.LatestAsync(json.GetProperty("edit").GetString()!.Split('/')[^2])));
    }

    [Fact]
    public async Task Publishing_lists_a_taken_address_beside_what_is_missing()
    {
        using var editor = await desk.Site.SignInAsync("Editor");

        using var answer = await (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Wants it").With("AutoroutePart.Path", "subjects/known").PublishAsync();

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Your permalink is already in use.", page, StringComparison.Ordinal);
        Assert.Contains("A value is required for The summary.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_form_is_refused_as_such()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        using var refused = await editor.PostAsync(Desk.NewNote, json);
        using var empty = await editor.PostAsync(Desk.NewNote, null);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnsupportedMediaType), (refused.StatusCode, empty.StatusCode));
    }

    [Fact]
    public async Task An_autosave_saves_what_is_right_and_names_what_is_not()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Partly wrong", "before");
        var form = (await Desk.OpenAsync(editor, Desk.Edit(id))).With("Note.Summary.Text", "after").With("Note.Year.Value", "not a year").With("Note.Kind.Text", "wide");

        var (status, json) = await form.AutosaveAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["Note.Kind.Text", "Note.Year.Value"], json.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("name").GetString()).Order());
        var latest = await desk.LatestAsync(id);
        Assert.Equal(("after", 2000m, false), (FormSite.Summary(latest), latest.Field("Note", "Year").Get("Value").AsNumber(), latest.Published));
        Assert.Equal("before", FormSite.Summary((await desk.Site.FindAsync(id))!));
    }

    [Fact]
    public async Task An_autosave_never_changes_what_the_public_sees()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, "/Admin/Contents/ContentTypes/Sign/Create")).With("TitlePart.Title", "Unversioned");
        using var published = await form.PublishAsync();
        var id = FieldTests.IdOf(published);

        var (_, json) = await (await Desk.OpenAsync(editor, Desk.Edit(id))).With("TitlePart.Title", "Half a wo").AutosaveAsync();

        Assert.Equal("waiting", json.GetProperty("state").GetString());
        Assert.Equal("Unversioned", (await desk.Site.FindAsync(id))!.DisplayText);
    }

    [Fact]
    public async Task An_expired_session_answers_the_script_with_401_and_a_new_token_lets_the_same_save_go_on()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var expired = desk.Site.NewBrowser();
        var id = await desk.PublishAsync("Expired", "before");
        var form = (await Desk.OpenAsync(editor, Desk.Edit(id))).With("Note.Summary.Text", "typed while expired");
        var (status, json) = await form.AutosaveAsync(expired);
        Assert.Equal((HttpStatusCode.Unauthorized, "signedOut"), (status, json.GetProperty("state").GetString()));
        using var noToken = await expired.GetAsync("/Admin/FormToken");
        Assert.Equal(HttpStatusCode.Unauthorized, noToken.StatusCode);

        form.With("__RequestVerificationToken", "worthless");
        var (stale, _) = await form.AutosaveAsync();
        var renewed = JsonDocument.Parse(await desk.Site.GetAsync("/Admin/FormToken", editor)).RootElement;
        var (saved, _) = await form.With(renewed.GetProperty("name").GetString()!, renewed.GetProperty("token").GetString()!).AutosaveAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (stale, saved));
        Assert.Equal("typed while expired", FormSite.Summary(await desk.LatestAsync(id)));
    }

    [Fact]
    public async Task Without_script_an_expired_session_gives_everything_back_and_nothing_is_saved_unasked()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var expired = desk.Site.NewBrowser();
        var id = await desk.PublishAsync("Expired without script", "before");
        var form = (await Desk.OpenAsync(editor, Desk.Edit(id))).With("Note.Summary.Text", "typed <b>\"while\"</b>\r\nexpired");
        using var refused = await form.SendAsync("submit.Publish", "submit.Publish", expired);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        var waiting = await Desk.OfAsync(editor, refused);
        using var back = await waiting.SendAsync("_show", "true");
        var again = await Desk.OfAsync(editor, back);
        Assert.Equal("typed <b>\"while\"</b>\r\nexpired", again["Note.Summary.Text"]);
        Assert.Equal("before", FormSite.Summary(await desk.LatestAsync(id)));
        using var saved = await again.SaveAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("typed <b>\"while\"</b>\nexpired", FormSite.Summary(await desk.LatestAsync(id)));
    }

    [Fact]
    public async Task A_stale_token_saves_nothing_and_shows_everything_again()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Stale token").With("Note.Summary.Text", "kept").With("__RequestVerificationToken", "stale");

        using var answer = await form.PublishAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var again = await Desk.OfAsync(editor, answer);
        Assert.Equal(("Stale token", "kept"), (again["TitlePart.Title"], again["Note.Summary.Text"]));
        Assert.Equal(0, await desk.CountAsync("Stale token"));
        using var published = await again.PublishAsync();
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);
    }

    [Theory]
    [InlineData("stale", "submit.Save", true)]
    [InlineData("stale", "_show", true)]
    [InlineData(null, "_show", false)]
    public async Task What_another_site_may_have_sent_is_held_until_the_person_takes_it_up(string? token, string button, bool isHeld)
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Not sent by me", "before");
        foreach (var address in (string[])[Desk.NewNote, Desk.Edit(id)])
        {
            var form = (await Desk.OpenAsync(editor, address)).With("Note.Summary.Text", "put there");
            Assert.Contains("data-autosave-held-value=\"false\"", form.Page, StringComparison.Ordinal);
            if (token is not null) form.With("__RequestVerificationToken", token);

            using var answer = await form.SendAsync(button, "true");

            var page = await answer.Content.ReadAsStringAsync();
            Assert.Contains("put there", page, StringComparison.Ordinal);
            Assert.Contains($"data-autosave-held-value=\"{(isHeld ? "true" : "false")}\"", page, StringComparison.Ordinal);
        }

        Assert.Equal("before", FormSite.Summary(await desk.LatestAsync(id)));
    }
}
