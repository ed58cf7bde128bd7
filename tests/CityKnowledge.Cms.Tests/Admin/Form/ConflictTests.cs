using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>Two people change the same item: nobody is overwritten without a word.</summary>
public sealed class ConflictTests(FormSite desk) : IClassFixture<FormSite>
{
    [Fact]
    public async Task Changes_of_different_fields_are_kept_both()
    {
        var (id, mine, theirs) = await OpenTwiceAsync("Different fields");
        using var first = await theirs.With("Note.Year.Value", "2011").SaveAsync();

        using var second = await mine.With("Note.Summary.Text", "mine").SaveAsync();

        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        var latest = await desk.LatestAsync(id);
        Assert.Equal(("mine", 2011m), (FormSite.Summary(latest), latest.Field("Note", "Year").Get("Value").AsNumber()));
    }

    [Fact]
    public async Task A_form_that_was_merged_and_comes_back_with_what_was_typed_undoes_nothing()
    {
        var (id, mine, theirs) = await OpenTwiceAsync("Merged and restored");
        using var first = await theirs.With("Note.Year.Value", "2011").SaveAsync();
        using var merged = await mine.With("Note.Summary.Text", "mine").SaveAsync();
        Assert.Equal(HttpStatusCode.Redirect, merged.StatusCode);

        using var restored = await mine.SendAsync("_show", "true");
        var (status, _) = await (await Desk.OfAsync(mineBrowser!, restored)).AutosaveAsync();

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal(2011m, (await desk.LatestAsync(id)).Field("Note", "Year").Get("Value").AsNumber());
    }

    [Fact]
    public async Task Changes_of_the_same_field_are_shown_with_base_theirs_and_mine_and_the_choice_is_saved()
    {
        var (id, mine, theirs) = await OpenTwiceAsync("Same field");
        using var first = await theirs.With("Note.Summary.Text", "theirs").With("Note.Year.Value", "2011").SaveAsync();

        using var clash = await mine.With("Note.Summary.Text", "mine").With("Note.Lines.Values", "", "my line").SaveAsync();

        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        var screen = await Desk.OfAsync(mineBrowser!, clash);
        foreach (var text in (string[])["theirs", "mine", "before", "my line"]) Assert.Contains(text, screen.Page, StringComparison.Ordinal);
        Assert.Equal((null, "Theirs", "Mine"), (screen["_choice:Note.Summary"], screen["_choice:Note.Year"], screen["_choice:Note.Lines"]));
        Assert.Equal("theirs", FormSite.Summary(await desk.LatestAsync(id)));

        using var undecided = await screen.SaveAsync();
        Assert.Equal(HttpStatusCode.Conflict, undecided.StatusCode);
        using var decided = await screen.With("_choice:Note.Summary", "Mine").SaveAsync();

        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        var latest = await desk.LatestAsync(id);
        Assert.Equal(("mine", 2011m, "my line"), (FormSite.Summary(latest), latest.Field("Note", "Year").Get("Value").AsNumber(), latest.Field("Note", "Lines").Get("Values").AsTexts().Single()));
    }

    [Fact]
    public async Task A_decision_about_a_version_that_is_no_longer_the_last_is_asked_again()
    {
        var (id, mine, theirs) = await OpenTwiceAsync("Third version");
        using var first = await theirs.With("Note.Summary.Text", "theirs").SaveAsync();
        using var clash = await mine.With("Note.Summary.Text", "mine").SaveAsync();
        var screen = (await Desk.OfAsync(mineBrowser!, clash)).With("_choice:Note.Summary", "Mine");
        using var third = await (await Desk.OpenAsync(theirBrowser!, Desk.Edit(id))).With("Note.Summary.Text", "theirs again").SaveAsync();

        using var answer = await screen.SaveAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("theirs again", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("theirs again", FormSite.Summary(await desk.LatestAsync(id)));
    }

    [Fact]
    public async Task A_conflict_names_the_terms_and_shows_hostile_text_as_text()
    {
        var (_, mine, theirs) = await OpenTwiceAsync("<svg onload=alert(1)>");
        using var first = await theirs.With("Note.Topics.TermContentItemIds", "", FormRecipe.Trams).With("Note.Summary.Text", "</textarea><script>alert(1)</script>").SaveAsync();

        using var clash = await mine.With("Note.Topics.TermContentItemIds", "", FormRecipe.Bikes).With("Note.Summary.Text", "\"><img src=x onerror=alert(2)>").SaveAsync();

        var page = await clash.Content.ReadAsStringAsync();
        Assert.Contains(">Bikes</p>", page, StringComparison.Ordinal);
        Assert.Contains(">Trams</p>", page, StringComparison.Ordinal);
        foreach (var live in (string[])["<script>alert", "<img src=x", "<svg onload"]) Assert.DoesNotContain(live, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_over_an_unseen_change_is_never_done_unasked()
    {
        var (id, mine, theirs) = await OpenTwiceAsync("Unseen");
        using var first = await theirs.With("Note.Year.Value", "2011").SaveAsync();

        using var answer = await mine.With("Note.Summary.Text", "mine").PublishAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        using var decided = await (await Desk.OfAsync(mineBrowser!, answer)).PublishAsync();
        Assert.Equal(HttpStatusCode.Redirect, decided.StatusCode);
        var published = (await desk.Site.FindAsync(id))!;
        Assert.Equal(("mine", 2011m), (FormSite.Summary(published), published.Field("Note", "Year").Get("Value").AsNumber()));
    }

    [Fact]
    public async Task An_autosave_that_meets_another_change_stops_and_says_who_it_was()
    {
        var (id, mine, theirs) = await OpenTwiceAsync("Autosave meets");
        using var first = await theirs.With("Note.Summary.Text", "theirs").SaveAsync();

        var (status, json) = await mine.With("Note.Summary.Text", "mine").AutosaveAsync();

        Assert.Equal((HttpStatusCode.Conflict, "conflict"), (status, json.GetProperty("state").GetString()));
        Assert.NotEmpty(json.GetProperty("by").GetString()!);
        using var screen = await mine.SendAsync("_compare", "true");
        Assert.Equal(HttpStatusCode.Conflict, screen.StatusCode);
        Assert.Equal("theirs", FormSite.Summary(await desk.LatestAsync(id)));
    }

    [Fact]
    public async Task Who_changed_the_item_in_another_window_is_not_told_of_somebody_else()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Both mine", "before");
        var (here, there) = (await Desk.OpenAsync(editor, Desk.Edit(id)), await Desk.OpenAsync(editor, Desk.Edit(id)));
        using var first = await there.With("Note.Summary.Text", "there").SaveAsync();

        var (status, json) = await here.With("Note.Summary.Text", "here").AutosaveAsync();
        using var screen = await here.SendAsync("_compare", "true");

        Assert.Equal((HttpStatusCode.Conflict, JsonValueKind.Null), (status, json.GetProperty("by").ValueKind));
        var page = await DeskForms.TextAsync(screen);
        Assert.Contains("by yourself in another window", page, StringComparison.Ordinal);
        Assert.Contains("Changed here and elsewhere.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_opened_on_a_former_version_is_never_taken_for_fresh()
    {
        var (id, mine, theirs) = await OpenTwiceAsync("Rising stamps");
        for (var saves = 0; saves < 4; saves++)
        {
            using var saved = await theirs.With("Note.Summary.Text", "theirs " + saves).SaveAsync();
            theirs = await Desk.OpenAsync(theirBrowser!, Desk.Edit(id));
            Assert.NotEqual(theirs["_stamp"], mine["_stamp"]);
        }

        using var answer = await mine.With("Note.Summary.Text", "mine").SaveAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    public async Task With_a_lost_or_damaged_base_every_difference_is_asked_about(string packed)
    {
        var (id, mine, theirs) = await OpenTwiceAsync("Damaged base" + packed);
        using var first = await theirs.With("Note.Year.Value", "2011").SaveAsync();

        using var answer = await mine.With("Note.Summary.Text", "mine").With("_base", packed).SaveAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("before", FormSite.Summary(await desk.LatestAsync(id)));
    }

    [Fact]
    public async Task Who_else_has_the_form_open_is_told_and_leaves_with_the_line()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var helper = await desk.Site.SignInAsync("Helper");
        var id = await desk.PublishAsync("Presence", "x");
        var address = $"/Admin/Contents/ContentItems/{id}/Presence";
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var watched = await editor.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        Assert.Equal("text/event-stream", watched.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await watched.Content.ReadAsStreamAsync(patience.Token));
        Assert.Equal("[]", await NextAsync(lines, patience.Token));

        using (await helper.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, patience.Token))
        {
            Assert.Contains("\"isSelf\":false", await NextAsync(lines, patience.Token), StringComparison.Ordinal);
        }

        Assert.Equal("[]", await NextAsync(lines, patience.Token));
    }

    [Fact]
    public async Task A_conflict_does_not_name_items_that_the_person_may_not_view()
    {
        using var writer = await desk.Site.SignInAsync("Writer");
        var (hidden, open) = (await PublishSignAsync("Hidden sign"), await desk.PublishAsync("Open note", "x"));
        var id = await desk.PublishAsync("Points to both", "before");
        var mine = await Desk.OpenAsync(writer, Desk.Edit(id));
        var theirs = ContentDraft.FromItem(await desk.LatestAsync(id));
        theirs.Part("Note")["Related"] = new JsonObject { ["ContentItemIds"] = new JsonArray(hidden) };
        await desk.Site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, theirs);

        using var clash = await mine.With("Note.Related.ContentItemIds", "", open).SaveAsync();

        var page = await clash.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        Assert.Contains(hidden, page, StringComparison.Ordinal);
        Assert.Contains("Open note", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden sign", page, StringComparison.Ordinal);
    }

    private async Task<string> PublishSignAsync(string title)
    {
        var draft = new ContentDraft { ContentType = "Sign" };
        draft.Part("TitlePart")["Title"] = title;
        return (await desk.Site.Get<ContentEditor>().SaveAndPublishAsync(Caller.Site, draft)).ContentItemId;
    }

    private HttpClient? mineBrowser;
    private HttpClient? theirBrowser;

    private async Task<(string Id, Desk Mine, Desk Theirs)> OpenTwiceAsync(string title)
    {
        mineBrowser = await desk.Site.SignInAsync("Editor");
        theirBrowser = await desk.Site.SignInAsync("Helper");
        var id = await desk.PublishAsync(title, "before");
        return (id, await Desk.OpenAsync(mineBrowser, Desk.Edit(id)), await Desk.OpenAsync(theirBrowser, Desk.Edit(id)));
    }

    private static async Task<string> NextAsync(StreamReader lines, CancellationToken cancel)
    {
        while (await lines.ReadLineAsync(cancel) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal)) return line[5..].Trim();
        }

        return "the end";
    }
}
