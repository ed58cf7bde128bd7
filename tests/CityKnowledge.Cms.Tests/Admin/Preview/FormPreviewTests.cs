using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Tests.Admin.Preview;

public sealed class FormPreviewTests(PreviewSite fixture) : IClassFixture<PreviewSite>
{
    private const string New = "/Admin/Contents/ContentTypes/Page/Preview";

    private Site Site => fixture.Site;

    [Fact]
    public async Task What_was_typed_is_shown_as_its_page_and_stored_nowhere()
    {
        var draft = await PreviewSite.SaveAsync(Site, "Saved words");
        using var editor = await Persona.SignInAsync(Site, "Editor");
        var before = Site.Get<ChangeFeed>().LastSequence;

        using var answer = await editor.PostAsync($"/Admin/Contents/ContentItems/{draft.ContentItemId}/Preview?panel", ("TitlePart.Title", "Typed words"), ("HtmlBodyPart.Html", "<p>typed body</p><script>alert(1)</script>"));

        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<h1>Typed words</h1><p>typed body</p>", page, StringComparison.Ordinal);
        Assert.Contains("as nobody", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("This is a draft", page, StringComparison.Ordinal);
        DraftPageTests.IsKeptByNobody(answer);
        Assert.Equal(before, Site.Get<ChangeFeed>().LastSequence);
        Assert.Equal("Saved words", (await Site.Get<ContentReader>().FindLatestAsync(draft.ContentItemId))!.DisplayText);
    }

    [Fact]
    public async Task A_new_item_is_shown_however_little_there_is_of_it()
    {
        using var contributor = await Persona.SignInAsync(Site, "Contributor");

        foreach (var fields in new (string, string)[][] { [], [("TitlePart.Title", "")], [("TitlePart.Title", "Begun"), ("Owner", "somebody"), ("ContentItemId", PreviewSite.Public)] })
        {
            using var answer = await contributor.PostAsync(New, fields);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("This is a draft", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_previews_over_what_is_not_theirs()
    {
        var draft = await PreviewSite.SaveAsync(Site, "Other words");
        var address = $"/Admin/Contents/ContentItems/{draft.ContentItemId}/Preview";
        using var contributor = await Persona.SignInAsync(Site, "Contributor");
        using var reader = await Persona.SignInAsync(Site, "Reader");
        using var visitor = Persona.Visitor(Site);

        foreach (var (person, path) in new[] { (contributor, address), (reader, address), (reader, New) })
        {
            using var answer = await person.PostAsync(path);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.DoesNotContain("Other words", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using var signedOut = await visitor.PostAsync(address);
        Assert.Contains("/Login", signedOut.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var forged = await contributor.SendWithoutTokenAsync(HttpMethod.Post, New);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        using var missing = await contributor.PostAsync("/Admin/Contents/ContentTypes/Never/Preview");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }
}
