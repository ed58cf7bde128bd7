using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>What a form sent in vain stands in the page that says so.</summary>
public sealed class GivenBackTests(FormSite desk) : IClassFixture<FormSite>
{
    private const string Written = "Ten paragraphs </textarea><script>alert(1)</script>";

    [Fact]
    public async Task Of_an_item_that_lies_in_the_bin_by_now()
    {
        using var editor = await desk.Site.SignInAsync("Editor");
        var id = await desk.PublishAsync("Binned meanwhile", "before");
        var form = (await Desk.OpenAsync(editor, Desk.Edit(id))).With("Note.Summary.Text", Written).With("_unpicked:Note.Related.ContentItemIds", "Half a name");
        await desk.Site.Get<ContentEditor>().DeleteAsync(Caller.Site, id);

        using var answer = await form.SaveAsync();

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await AssertGivenBackAsync(answer, Written, "Half a name");
    }

    [Fact]
    public async Task Of_an_item_that_is_not_ones_own_any_more()
    {
        using var writer = await desk.Site.SignInAsync("Contributor");
        using var saved = await (await Desk.OpenAsync(writer, Desk.NewNote)).With("TitlePart.Title", "Given away").SaveAsync();
        var form = (await Desk.OpenAsync(writer, saved.Headers.Location!.ToString())).With("Note.Summary.Text", Written);
        var draft = ContentDraft.FromItem(await desk.LatestAsync(FieldTests.IdOf(saved)));
        draft.Owner = await desk.AddPersonAsync("heir");
        await desk.Site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft);

        using var answer = await form.SaveAsync();

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await AssertGivenBackAsync(answer, Written);
    }

    [Fact]
    public async Task Of_any_screen_after_the_session_ended_or_when_its_proof_is_worthless()
    {
        using var administrator = await desk.Site.SignInAsync(Caller.AdministratorRole);
        using var expired = desk.Site.NewBrowser();
        var form = (await Desk.OpenAsync(administrator, "/Admin/Settings/general")).With("SiteName", Written).With("Password", "never shown");

        using var signedOut = await form.SendAsync("save", "true", expired);
        using var stale = await form.With("__RequestVerificationToken", "worthless").SendAsync("save", "true");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest), (signedOut.StatusCode, stale.StatusCode));
        await AssertGivenBackAsync(signedOut, Written);
        await AssertGivenBackAsync(stale, Written);
    }

    private static async Task AssertGivenBackAsync(HttpResponseMessage answer, params string[] texts)
    {
        var page = await answer.Content.ReadAsStringAsync();
        Assert.All(texts, text => Assert.Contains(text, WebUtility.HtmlDecode(page), StringComparison.Ordinal));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("never shown", page, StringComparison.Ordinal);
    }
}
