using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>What one form sends several times, out of turn, or beside others who change nothing.</summary>
public sealed class LateSaveTests(FormSite desk) : IClassFixture<FormSite>
{
    [Fact]
    public async Task An_autosave_that_comes_late_changes_nothing_any_more()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Overtaken").With("Note.Summary.Text", "one");
        var (_, first) = await form.AutosaveAsync();
        form.Take(first).With("Note.Summary.Text", "one two");
        var late = form.Copy();
        form.With("_turn", "5").With("Note.Summary.Text", "one two three");
        var (inTime, _) = await form.AutosaveAsync();

        var (status, json) = await late.AutosaveAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (inTime, status));
        Assert.Equal("conflict", json.GetProperty("state").GetString());
        Assert.Equal("one two three", FormSite.Summary(await desk.LatestAsync(first.GetProperty("edit").GetString()!.Split('/')[^2])));
    }

    [Fact]
    public async Task An_autosave_that_comes_late_does_not_bring_back_what_was_taken_out_again()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Taken back", "as it was");
        var form = (await Desk.OpenAsync(editor, Desk.Edit(id))).With("Note.Summary.Text", "a slip");
        var late = form.Copy();
        form.With("_turn", "2").With("Note.Summary.Text", "as it was").With("Note.Year.Value", "2001");
        var (inTime, _) = await form.AutosaveAsync();

        var (status, _) = await late.AutosaveAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Conflict), (inTime, status));
        Assert.Equal("as it was", FormSite.Summary(await desk.LatestAsync(id)));
    }

    [Fact]
    public async Task An_autosave_goes_on_when_someone_else_saved_without_a_change()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Saved as it was", "before");
        var form = (await Desk.OpenAsync(editor, Desk.Edit(id))).With("Note.Summary.Text", "after");
        await desk.Site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, ContentDraft.FromItem(await desk.LatestAsync(id)));

        var (status, json) = await form.AutosaveAsync();
        var (again, _) = await form.Take(json).With("Note.Summary.Text", "after all").AutosaveAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (status, again));
        Assert.Equal("after all", FormSite.Summary(await desk.LatestAsync(id)));
    }

    [Fact]
    public async Task A_form_sent_once_more_after_a_newer_save_is_a_question_and_no_overwriting()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var draft = await (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Before").SaveAsync();
        var first = (await Desk.OpenAsync(editor, draft.Headers.Location!.ToString())).With("TitlePart.Title", "First try");
        using var refused = await first.PublishAsync();
        using var saved = await (await Desk.OfAsync(editor, refused)).With("TitlePart.Title", "Put right").SaveAsync();

        using var again = await first.PublishAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.Conflict), (refused.StatusCode, saved.StatusCode, again.StatusCode));
        Assert.Equal("Put right", (await desk.LatestAsync(FieldTests.IdOf(draft))).DisplayText);
    }

    [Fact]
    public async Task An_autosave_whose_answer_got_lost_is_sent_again_with_more_text_and_is_no_conflict()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Lost answer").With("Note.Summary.Text", "one");
        await form.AutosaveAsync();

        var (status, _) = await form.With("Note.Summary.Text", "one two").AutosaveAsync();

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, await desk.CountAsync("Lost answer"));
    }
}
