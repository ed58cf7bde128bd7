using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>The desk tells and reads times in the time zone of the site; what is stored is UTC.</summary>
public sealed class TimeZoneTests(TimeZoneTests.Shared desk) : IClassFixture<TimeZoneTests.Shared>
{
    [Fact]
    public async Task A_time_is_typed_in_the_zone_of_the_site_and_stored_in_UTC()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Zoned").With("Note.Summary.Text", "S").With("Note.At.Value", "2025-02-28T10:30").With("PublishLaterPart.ScheduledPublishUtc", "2099-07-01T00:15");

        using var saved = await form.SaveAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var item = await LatestAsync(FieldTests.IdOf(saved));
        Assert.Equal("2025-02-28T09:30:00Z", item.Field("Note", "At").Get("Value").GetString());
        Assert.Equal("2099-06-30T22:15:00Z", item.Part("PublishLaterPart").Get("ScheduledPublishUtc").GetString());
        var again = await Desk.OpenAsync(editor, Desk.Edit(item.ContentItemId));
        Assert.Equal("2025-02-28T10:30", again["Note.At.Value"]);
        Assert.Contains("Publish later (Europe/Berlin)", again.Page, StringComparison.Ordinal);
        Assert.Contains("1 Jul 2099, 00:15 Europe/Berlin", again.Page, StringComparison.Ordinal);
        var (_, json) = await again.With("PublishLaterPart.ScheduledPublishUtc", "2099-07-02T00:15").AutosaveAsync();
        Assert.Equal("2 Jul 2099, 00:15 Europe/Berlin", json.GetProperty("planned").GetProperty("publish").GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("planned").GetProperty("archive").ValueKind);
    }

    [Theory]
    // The clock skips from two to three: the hour after.
    [InlineData("2025-03-30T02:30", "2025-03-30T01:30:00Z")]
    // The hour comes twice: the later.
    [InlineData("2025-10-26T02:30", "2025-10-26T01:30:00Z")]
    public async Task Hours_that_are_skipped_or_come_twice_mean_one_moment(string typed, string stored)
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Changing clocks").With("Note.Summary.Text", "S").With("Note.At.Value", typed);

        using var saved = await form.SaveAsync();

        Assert.Equal(stored, (await LatestAsync(FieldTests.IdOf(saved))).Field("Note", "At").Get("Value").GetString());
    }

    [Fact]
    public async Task A_time_that_is_not_touched_stays_as_it_is()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var draft = new ContentDraft { ContentType = "Note" };
        draft.Part("TitlePart")["Title"] = "Untouched";
        // The first of the two hours, which a clock cannot say.
        draft.Part("Note")["At"] = new JsonObject { ["Value"] = "2025-10-26T00:30:00Z" };
        var id = (await desk.Site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft)).ContentItemId;
        var form = await Desk.OpenAsync(editor, Desk.Edit(id));
        Assert.Equal("2025-10-26T02:30", form["Note.At.Value"]);

        using var saved = await form.With("TitlePart.Title", "Touched").SaveAsync();

        Assert.Equal("2025-10-26T00:30:00Z", (await LatestAsync(id)).Field("Note", "At").Get("Value").GetString());
    }

    [Fact]
    public async Task A_form_that_was_shown_in_another_zone_is_read_in_that_zone()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Moved").With("Note.Summary.Text", "S").With("Note.At.Value", "2025-02-28T10:30");
        Assert.Equal("Europe/Berlin", form["_zone"]);

        using var saved = await form.With("_zone", "Asia/Bangkok").SaveAsync();

        Assert.Equal("2025-02-28T03:30:00Z", (await LatestAsync(FieldTests.IdOf(saved))).Field("Note", "At").Get("Value").GetString());
    }

    [Fact]
    public async Task A_moment_beyond_the_calendar_is_refused_and_kept()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Too early").With("Note.Summary.Text", "S").With("Note.At.Value", "0001-01-01T00:00");

        using var answer = await form.SaveAsync();

        Assert.Equal("0001-01-01T00:00", (await Desk.OfAsync(editor, answer))["Note.At.Value"]);
    }

    [Fact]
    public async Task Lists_and_the_log_tell_times_in_the_zone_and_say_which()
    {
        using var admin = await desk.Site.SignInAsync(Caller.AdministratorRole);

        Assert.Contains("Changed (Europe/Berlin)", await DeskForms.ReadAsync(admin, "/Admin/Contents/ContentItems"), StringComparison.Ordinal);
        Assert.Contains("When (Europe/Berlin)", await DeskForms.ReadAsync(admin, "/Admin/AuditTrail"), StringComparison.Ordinal);
    }

    private async Task<ContentItem> LatestAsync(string id) => (await desk.Site.Get<ContentReader>().FindLatestAsync(id))!;

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup => FormRecipe.Setup.With("OrchardCore:OrchardCore_AutoSetup:Tenants:0:SiteTimeZone", "Europe/Berlin");
    }
}
