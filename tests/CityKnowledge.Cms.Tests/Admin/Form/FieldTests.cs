using System.Net;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>The form follows the definition, and what is typed becomes what is stored.</summary>
public sealed class FieldTests(FormSite desk) : IClassFixture<FormSite>
{
    [Fact]
    public async Task The_form_has_every_part_and_field_in_the_order_of_the_definition()
    {
        using var editor = await desk.Site.SignInAsync("Editor");

        var form = await Desk.OpenAsync(editor, Desk.NewNote);

        string[] order = ["TitlePart.Title", "AutoroutePart.Path", "Note.Summary.Text", "Note.Year.Value", "Note.Kind.Text", "Note.Open.Value", "Note.Day.Value", "Note.At.Value",
            "Note.Clock.Value", "Note.Site.Url", "Note.Lines.Values", "Note.Story.Html", "Note.Remarks.Markdown", "Note.Topics.TermContentItemIds", "Note.Related.ContentItemIds",
            "Note.Place.Latitude", "Note.Picture.Paths", "PublishLaterPart.ScheduledPublishUtc", "SeoMetaPart.MetaDescription"];
        var places = order.Select(name => form.Page.IndexOf($"name=\"{name}\"", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("The summary", form.Page, StringComparison.Ordinal);
        Assert.Contains("In two sentences.", form.Page, StringComparison.Ordinal);
        Assert.Contains("From 1900 to 2100.", form.Page, StringComparison.Ordinal);
        Assert.Equal("short", form["Note.Kind.Text"]);
    }

    [Fact]
    public async Task What_is_typed_is_stored_in_the_shape_of_each_field()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = await Desk.OpenAsync(editor, Desk.NewNote);
        form.With("TitlePart.Title", "All kinds").With("Note.Summary.Text", "One\r\ntwo").With("Note.Year.Value", " 1999 ").With("Note.Open.Value", "false", "true")
            .With("Note.Day.Value", "2025-02-28").With("Note.At.Value", "2025-02-28T10:30").With("Note.Clock.Value", "09:05").With("Note.Site.Url", "https://example.org").With("Note.Site.Text", "Example")
            .With("Note.Lines.Values", "", "b", "", "a").With("Note.Story.Html", "<p>As <script>written</script></p>").With("Note.Topics.TermContentItemIds", "", FormRecipe.Bikes)
            .With("Note.Place.Latitude", "51.05").With("Note.Place.Longitude", "-3.7").With("Note.Picture.Paths", "", "a.png", "", "b.png").With("Note.Picture.MediaTexts", "", "", "lost", "The b");

        using var saved = await form.PublishAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var note = (await desk.LatestAsync(IdOf(saved))).Part("Note");
        Assert.Equal(JsonSerializer.Serialize(JsonElement.Parse("""
            { "Summary": { "Text": "One\ntwo" }, "Year": { "Value": 1999 }, "Kind": { "Text": "short" }, "Open": { "Value": true }, "Day": { "Value": "2025-02-28T00:00:00Z" },
              "At": { "Value": "2025-02-28T10:30:00Z" }, "Clock": { "Value": "09:05:00" }, "Site": { "Url": "https://example.org", "Text": "Example" }, "Lines": { "Values": ["b", "a"] },
              "Story": { "Html": "<p>As <script>written</script></p>" }, "Topics": { "TermContentItemIds": ["40topicsb1kes0000000000000"], "TaxonomyContentItemId": "40topics000000000000000000" },
              "Place": { "Latitude": 51.05, "Longitude": -3.7 }, "Picture": { "Paths": ["a.png", "b.png"], "MediaTexts": ["", "The b"] } }
            """)), JsonSerializer.Serialize(note));
        Assert.Contains("notes/all-kinds", (await desk.LatestAsync(IdOf(saved))).Part("AutoroutePart").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_as_it_was_loaded_changes_no_content_and_keeps_what_it_does_not_know()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var before = await desk.LatestAsync(FormRecipe.Known);
        var form = await Desk.OpenAsync(editor, Desk.Edit(FormRecipe.Known));
        Assert.Equal("First line\r\nsecond line", form["Note.Summary.Text"]);

        using var saved = await form.PublishAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var after = await desk.LatestAsync(FormRecipe.Known);
        Assert.Equal(before.Part("Note").GetRawText(), after.Part("Note").GetRawText());
        Assert.True(after.Part("Loose").Get("kept").AsText() == "too" && after.Field("Note", "Secret").Get("Anything").Get("kept").AsFlag() == true);
        Assert.Equal(before.DisplayText, after.DisplayText);
    }

    [Fact]
    public async Task Wrong_values_come_back_as_typed_each_with_a_link_to_its_field_and_nothing_is_saved()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = await Desk.OpenAsync(editor, Desk.NewNote);
        form.With("TitlePart.Title", "Wrong values").With("Note.Year.Value", "12 o'clock").With("Note.Day.Value", "03/04/2025").With("Note.At.Value", "soon").With("Note.Site.Url", "javascript:alert(1)").With("Note.Kind.Text", "wide");

        using var answer = await form.SaveAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var again = await Desk.OfAsync(editor, answer);
        Assert.Equal(("Wrong values", "12 o'clock", "03/04/2025", "soon", "javascript:alert(1)"), (again["TitlePart.Title"], again["Note.Year.Value"], again["Note.Day.Value"], again["Note.At.Value"], again["Note.Site.Url"]));
        Assert.Equal("wide", again["Note.Kind.Text"]);
        foreach (var id in (string[])["Note_Year_Value", "Note_Day_Value", "Note_At_Value", "Note_Kind_Text", "Note_Site"])
        {
            Assert.Contains($"href=\"#{id}\"", again.Page, StringComparison.Ordinal);
            Assert.Contains($"id=\"{id}\"", again.Page, StringComparison.Ordinal);
        }

        Assert.Contains("The year must be a number.", again.Page, StringComparison.Ordinal);
        Assert.Equal(0, await desk.CountAsync("Wrong values"));
    }

    [Fact]
    public async Task A_draft_may_lack_what_publishing_asks_for_and_publishing_lists_it_all()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var draft = await (await Desk.OpenAsync(editor, Desk.NewNote)).With("Note.Year.Value", "2001").SaveAsync();
        Assert.Equal(HttpStatusCode.Redirect, draft.StatusCode);

        using var answer = await (await Desk.OpenAsync(editor, draft.Headers.Location!.ToString())).With("Note.Year.Value", "2002").PublishAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("A value is required for The summary.", page, StringComparison.Ordinal);
        Assert.Contains("A value is required for Title.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#TitlePart_Title\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#Note_Summary_Text\"", page, StringComparison.Ordinal);
        var kept = await desk.LatestAsync(IdOf(draft));
        Assert.True(kept is { Published: false } && kept.Field("Note", "Year").Get("Value").AsNumber() == 2002, "What was right is kept as a draft.");
    }

    [Fact]
    public async Task What_is_wrong_and_what_is_missing_is_said_in_the_language_of_the_editor()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        (await DeskForms.PostAsync(editor, "/Admin/Language", ("culture", "fr"), ("returnUrl", "/Admin"))).Dispose();

        using var answer = await (await Desk.OpenAsync(editor, Desk.NewNote)).With("Note.Year.Value", "MMI").PublishAsync();

        var page = await DeskForms.TextAsync(answer);
        Assert.Contains("The year doit être un nombre.", page, StringComparison.Ordinal);
        using var missing = await (await Desk.OpenAsync(editor, Desk.NewNote)).With("Note.Year.Value", "2001").PublishAsync();
        Assert.Contains("Une valeur est nécessaire pour The summary.", await DeskForms.TextAsync(missing), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_text_stays_text_in_every_control()
    {
        const string Hostile = "\"><script>alert(1)</script></textarea><svg onload=alert(2)>'&{{ x }}";
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = await Desk.OpenAsync(editor, Desk.NewNote);
        string[] names = ["TitlePart.Title", "Note.Summary.Text", "Note.Year.Value", "Note.Kind.Text", "Note.Day.Value", "Note.At.Value", "Note.Clock.Value", "Note.Site.Url", "Note.Site.Text",
            "Note.Lines.Values", "Note.Story.Html", "Note.Remarks.Markdown", "Note.Topics.TermContentItemIds", "Note.Related.ContentItemIds", "Note.Place.Latitude", "Note.Picture.Paths", "Note.Picture.MediaTexts",
            "PublishLaterPart.ScheduledPublishUtc", "SeoMetaPart.MetaDescription", "AutoroutePart.Path"];
        foreach (var name in names) form.With(name, Hostile);

        using var answer = await form.SaveAsync();

        var again = await Desk.OfAsync(editor, answer);
        Assert.DoesNotContain("<script>alert", again.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg onload", again.Page, StringComparison.Ordinal);
        Assert.All(names, name => Assert.Contains(Hostile, again.All(name)));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    internal static string IdOf(HttpResponseMessage answer) => answer.Headers.Location!.ToString().Split('/')[^2];
}
