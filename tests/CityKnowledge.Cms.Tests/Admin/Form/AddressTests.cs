using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>Where an item is found and what it is called there.</summary>
public sealed class AddressTests(FormSite desk) : IClassFixture<FormSite>
{
    [Theory]
    [InlineData("Login")]
    [InlineData("search")]
    [InlineData("admin/plans")]
    [InlineData("api/graphql")]
    [InlineData("health/live")]
    [InlineData("health/ready")]
    public async Task An_address_at_which_the_site_itself_answers_is_refused(string path)
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", "Hidden behind a door").With("Note.Summary.Text", "x");

        using var refused = await form.With("AutoroutePart.Path", path).PublishAsync();
        using var published = await form.With("AutoroutePart.Path", $"notes/{path}").PublishAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (refused.StatusCode, published.StatusCode));
        Assert.Contains("The site itself answers at this address.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_made_from_a_title_goes_around_those_of_the_site()
    {
        await desk.Site.RunStepsAsync("""
            { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Leaflet", "DisplayName": "Leaflet", "Settings": { "ContentTypeSettings": { "Creatable": true, "Draftable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" },
                { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": { "AutoroutePartSettings": { "Pattern": "{{ ContentItem.DisplayText | slugify }}" } } } ] } ], "ContentParts": [] }
            """);
        var draft = new ContentDraft { ContentType = "Leaflet" };
        draft.Part("TitlePart")["Title"] = "Search";

        var saved = await desk.Site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft);

        Assert.Equal("search-1", saved.Part("AutoroutePart").Get("Path").GetString());
    }

    [Fact]
    public async Task A_title_as_long_as_a_book_is_refused_and_stays_in_the_form()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var title = new string('T', 501);
        var form = (await Desk.OpenAsync(editor, Desk.NewNote)).With("TitlePart.Title", title).With("Note.Summary.Text", "x");

        using var refused = await form.PublishAsync();
        using var published = await form.With("TitlePart.Title", title[1..]).PublishAsync();

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Redirect), (refused.StatusCode, published.StatusCode));
        Assert.Contains("Title may have at most 500 characters; it has 501.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(title, (await Desk.OfAsync(editor, refused))["TitlePart.Title"]);
        Assert.Equal(500, (await desk.LatestAsync(FieldTests.IdOf(published))).DisplayText!.Length);
    }

    [Fact]
    public async Task A_title_made_elsewhere_is_cut_where_it_is_listed()
    {
        var draft = new ContentDraft { ContentType = "Note", DisplayText = new string('x', 498) + "\U0001F6B2" + "and more" };

        var saved = await desk.Site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft);

        Assert.Equal(new string('x', 498) + "…", saved.DisplayText);
    }
}
