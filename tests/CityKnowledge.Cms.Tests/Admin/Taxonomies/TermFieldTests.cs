using System.Net;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Tests.Admin.Form;

namespace CityKnowledge.Cms.Tests.Admin.Taxonomies;

/// <summary>The form of a term follows its type: every kind of field, checked as in the form of an item.</summary>
public sealed class TermFieldTests(FormSite desk) : IClassFixture<FormSite>
{
    private const string Subjects = "40subjects0000000000000000";
    private const string Known = "40subjectskn0wn00000000000";
    private const string New = "/Admin/Taxonomies/Create/" + Subjects;
    private const string Edit = "/Admin/Taxonomies/Edit/" + Subjects + "/";

    [Fact]
    public async Task Every_kind_of_field_of_a_term_is_stored_in_its_shape()
    {
        using var keeper = await desk.Site.SignInAsync("Keeper");
        var related = await desk.PublishAsync("Related", "x");
        var form = await Desk.OpenAsync(keeper, New);
        Assert.Equal("short", form["Note.Kind.Text"]);
        form.With("Title", "All kinds").With("Note.Summary.Text", "One\r\ntwo").With("Note.Year.Value", " 1999 ").With("Note.Open.Value", "false", "true").With("Note.Day.Value", "2025-02-28")
            .With("Note.At.Value", "2025-02-28T10:30").With("Note.Clock.Value", "09:05").With("Note.Site.Url", "https://example.org").With("Note.Site.Text", "Example").With("Note.Lines.Values", "", "b", "a")
            .With("Note.Story.Html", "<p>As <script>written</script></p>").With("Note.Remarks.Markdown", "*m*").With("Note.Topics.TermContentItemIds", "", FormRecipe.Bikes).With("Note.Related.ContentItemIds", "", related)
            .With("Note.Place.Latitude", "51.05").With("Note.Place.Longitude", "-3.7").With("Note.Picture.Paths", "", "a.png").With("Note.Picture.MediaTexts", "", "The a").With("SeoMetaPart.MetaDescription", "Found");

        using var saved = await form.SaveAsync();

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var term = (await TermsAsync()).Single(term => term.Item.DisplayText == "All kinds");
        Assert.Equal(JsonSerializer.Serialize(JsonElement.Parse($$"""
            { "Summary": { "Text": "One\ntwo" }, "Year": { "Value": 1999 }, "Kind": { "Text": "short" }, "Open": { "Value": true }, "Day": { "Value": "2025-02-28T00:00:00Z" },
              "At": { "Value": "2025-02-28T10:30:00Z" }, "Clock": { "Value": "09:05:00" }, "Site": { "Url": "https://example.org", "Text": "Example" }, "Lines": { "Values": ["b", "a"] },
              "Story": { "Html": "<p>As <script>written</script></p>" }, "Remarks": { "Markdown": "*m*" },
              "Topics": { "TermContentItemIds": ["40topicsb1kes0000000000000"], "TaxonomyContentItemId": "40topics000000000000000000" }, "Related": { "ContentItemIds": ["{{related}}"] },
              "Place": { "Latitude": 51.05, "Longitude": -3.7 }, "Picture": { "Paths": ["a.png"], "MediaTexts": ["The a"] } }
            """)), JsonSerializer.Serialize(term.Item.Part("Note")));
        Assert.Equal("Found", term.Item.Field("SeoMetaPart", "MetaDescription").AsText());
        var again = await Desk.OpenAsync(keeper, Edit + term.Id);
        Assert.Equal(("1999", "2025-02-28T10:30", FormRecipe.Bikes), (again["Note.Year.Value"], again["Note.At.Value"], again["Note.Topics.TermContentItemIds"]));
    }

    [Fact]
    public async Task A_form_sent_as_loaded_changes_nothing_and_a_change_leaves_the_rest_alone()
    {
        using var keeper = await desk.Site.SignInAsync("Keeper");
        var before = (await TermsAsync()).Single(term => term.Id == Known).Item.Content.GetRawText();
        using var same = await (await Desk.OpenAsync(keeper, Edit + Known)).SaveAsync();
        var after = (await TermsAsync()).Single(term => term.Id == Known).Item.Content.GetRawText();

        using var changed = await (await Desk.OpenAsync(keeper, Edit + Known)).With("Note.Summary.Text", "Other").With("Note.Year.Value", "").With("Note.Topics.TermContentItemIds", "", FormRecipe.Bikes)
            .With("Note.Secret.Anything", "stolen").With("AutoroutePart.Path", "stolen").With("CommonPart.Owner", "stolen").With("PublishLaterPart.ScheduledPublishUtc", "2020-01-01T00:00").SaveAsync();

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (same.StatusCode, changed.StatusCode));
        Assert.Equal(before, after);
        var term = (await TermsAsync()).Single(term => term.Id == Known).Item;
        Assert.Equal(before.Replace("First line\\nsecond line", "Other", StringComparison.Ordinal).Replace("\"Value\":2020.0", "", StringComparison.Ordinal).Replace("40topicstrams0000000000000", FormRecipe.Bikes, StringComparison.Ordinal), term.Content.GetRawText());
    }

    [Fact]
    public async Task Wrong_and_missing_values_come_back_as_typed_each_said_at_its_field()
    {
        using var keeper = await desk.Site.SignInAsync("Keeper");
        var form = (await Desk.OpenAsync(keeper, New)).With("Title", "Wrong").With("Note.Year.Value", "soon").With("Note.Topics.TermContentItemIds", "", FormRecipe.Horses).With("_unpicked:Note.Related.ContentItemIds", "half a na");
        using var unread = await form.SaveAsync();
        using var refused = await form.With("Note.Year.Value", "1800").With("Note.Topics.TermContentItemIds", "").With("_unpicked:Note.Related.ContentItemIds", "").With("Note.Site.Url", "javascript:alert(1)").SaveAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (unread.StatusCode, refused.StatusCode));
        var first = await Desk.OfAsync(keeper, unread);
        Assert.Equal(("Wrong", "soon"), (first["Title"], first["Note.Year.Value"]));
        foreach (var (id, message) in new[]
        {
            ("Note_Year", "The year must be a number."), ("Note_Topics", "'Horses' is not offered any more."), ("Note_Related", "choose “half a na” from the list"),
        }) Assert.Contains(message, Problem(first.Page, id), StringComparison.Ordinal);
        var second = await Desk.OfAsync(keeper, refused);
        Assert.Contains("href=\"#Note_Year_Value\"", second.Page, StringComparison.Ordinal);
        Assert.Contains("A value is required for The summary.", Problem(second.Page, "Note_Summary"), StringComparison.Ordinal);
        Assert.NotEmpty(Problem(second.Page, "Note_Year"));
        Assert.NotEmpty(Problem(second.Page, "Note_Site"));
        Assert.DoesNotContain(await TermsAsync(), term => term.Item.DisplayText == "Wrong");
    }

    [Fact]
    public async Task Only_who_keeps_vocabularies_writes_terms_and_their_pickers_answer_them()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        using var keeper = await desk.Site.SignInAsync("Keeper");
        using var refused = await editor.GetAsync(New);
        using var forged = await DeskForms.PostAsync(editor, Edit + Known, ("Title", "Forged"));
        using var search = await keeper.GetAsync("/Admin/ContentFields/SearchContentItems?part=Note&field=Related&query=known");
        using var words = await keeper.GetAsync("/Admin/ContentFields/TermWords?part=Note&field=Topics");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (refused.StatusCode, forged.StatusCode));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (search.StatusCode, words.StatusCode));
        Assert.Contains(FormRecipe.Known, await search.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_a_vocabulary_leads_to_its_terms()
    {
        using var keeper = await desk.Site.SignInAsync("Administrator");

        var page = await DeskForms.ReadAsync(keeper, Desk.Edit(Subjects));

        Assert.Contains($"<a href=\"/Admin/Taxonomies/Tree/{Subjects}\">Terms</a>", page, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<Term>> TermsAsync() => (await desk.Site.Get<TaxonomyReader>().FindAsync(Subjects))!.Terms;

    private static string Problem(string page, string id)
    {
        var start = page.IndexOf($"id=\"{id}_problem\"", StringComparison.Ordinal);
        return start < 0 ? "" : WebUtility.HtmlDecode(page[start..page.IndexOf("</p>", start, StringComparison.Ordinal)]);
    }
}
