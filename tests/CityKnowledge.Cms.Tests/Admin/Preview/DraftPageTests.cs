using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Tests.Admin.Preview;

public sealed class DraftPageTests(PreviewSite fixture) : IClassFixture<PreviewSite>
{
    private Site Site => fixture.Site;

    [Fact]
    public async Task An_editor_sees_the_draft_as_visitors_would_see_it()
    {
        var draft = await PreviewSite.SaveAsync(Site, "New words", "<p>body</p><script>alert(1)</script>");
        using var editor = await Persona.SignInAsync(Site, "Editor");

        var page = await ReadAsync(editor, $"/Contents/ContentItems/{draft.ContentItemId}/Preview");

        Assert.Contains("<h1>New words</h1>", page, StringComparison.Ordinal);
        Assert.Contains("at /new-words as nobody", page, StringComparison.Ordinal);
        Assert.Contains("This is a draft", page, StringComparison.Ordinal);
        Assert.Contains("<base target=\"_blank\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        // What visitors may not see, a preview does not show either.
        Assert.Contains("other:  latest:", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_neither_enters_nor_leaves_the_caches_of_public_pages()
    {
        await using var site = await Site.StartAsync(new PreviewSite().Configuration);
        using var editor = await Persona.SignInAsync(site, "Editor");
        await PreviewSite.SaveAsync(site, "Secret words", id: PreviewSite.Public);

        Assert.Contains("cached Secret words", await ReadAsync(editor, $"/Contents/ContentItems/{PreviewSite.Public}/Preview"), StringComparison.Ordinal);
        Assert.Contains("cached Public words", await site.GetAsync("/about"), StringComparison.Ordinal);
        Assert.Contains("cached Secret words", await ReadAsync(editor, $"/Contents/ContentItems/{PreviewSite.Public}/Preview"), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret words", await site.GetAsync("/about"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Former_versions_are_shown_and_only_under_their_own_item()
    {
        var first = await PreviewSite.SaveAsync(Site, "First words");
        await Site.Get<ContentEditor>().PublishAsync(Content.Security.Caller.Site, first.ContentItemId);
        await PreviewSite.SaveAsync(Site, "Second words", id: first.ContentItemId);
        using var editor = await Persona.SignInAsync(Site, "Editor");

        Assert.Contains("First words", await ReadAsync(editor, $"/Contents/ContentItems/{first.ContentItemId}/Version/{first.ContentItemVersionId}/Preview"), StringComparison.Ordinal);
        Assert.Contains("Second words", await ReadAsync(editor, $"/Contents/ContentItems/{first.ContentItemId}/Preview"), StringComparison.Ordinal);
        await IsHiddenAsync(editor, $"/Contents/ContentItems/{PreviewSite.Public}/Version/{first.ContentItemVersionId}/Preview");
        await IsHiddenAsync(editor, $"/Contents/ContentItems/{first.ContentItemId}/Version/never/Preview");
    }

    [Fact]
    public async Task Drafts_are_hidden_from_visitors_from_readers_and_from_owners_of_others()
    {
        using var contributor = await Persona.SignInAsync(Site, "Contributor");
        using var other = await Persona.SignInAsync(Site, "Contributor");
        using var reader = await Persona.SignInAsync(Site, "Reader");
        using var visitor = Persona.Visitor(Site);
        var own = await PreviewSite.SaveAsync(Site, "Own words", caller: contributor.Caller);
        var address = $"/Contents/ContentItems/{own.ContentItemId}/Preview";

        Assert.Contains("Own words", await ReadAsync(contributor, address), StringComparison.Ordinal);
        foreach (var person in new[] { other, reader, visitor }) await IsHiddenAsync(person, address);
        await IsHiddenAsync(visitor, $"/Contents/ContentItems/{own.ContentItemId}/Version/{own.ContentItemVersionId}/Preview");
    }

    [Fact]
    public async Task Looking_at_a_draft_stores_nothing_and_tells_nobody()
    {
        var draft = await PreviewSite.SaveAsync(Site, "Quiet words");
        using var editor = await Persona.SignInAsync(Site, "Editor");
        var before = Site.Get<ChangeFeed>().LastSequence;

        using var answer = await editor.GetAsync($"/Contents/ContentItems/{draft.ContentItemId}/Preview");

        Assert.Equal(before, Site.Get<ChangeFeed>().LastSequence);
        IsKeptByNobody(answer);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
    }

    internal static void IsKeptByNobody(HttpResponseMessage answer)
    {
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Contains("noindex", answer.Headers.GetValues("X-Robots-Tag").Single(), StringComparison.Ordinal);
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Null(answer.Headers.ETag);
    }

    private static async Task<string> ReadAsync(Persona person, string path)
    {
        using var answer = await person.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task IsHiddenAsync(Persona person, string path)
    {
        using var answer = await person.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("words", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        IsKeptByNobody(answer);
    }
}
