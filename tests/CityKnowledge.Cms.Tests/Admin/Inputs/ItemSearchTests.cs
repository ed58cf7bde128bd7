using System.Net;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Tests.Admin.Inputs;

public sealed class ItemSearchTests(InputSite given) : IClassFixture<InputSite>
{
    private const string Search = "/Admin/ContentFields/SearchContentItems?part=Note&field=Cities&query=";

    [Theory]
    [InlineData("seo", "Seoul")]
    [InlineData("OUL", "Seoul")]
    [InlineData("bogota", "Bogotá")]
    [InlineData("Bogotá", "Bogotá")]
    [InlineData("100%", "100% renewable")]
    [InlineData("renew 100", "100% renewable")]
    [InlineData(InputSite.Seoul, "Seoul")]
    public async Task Items_are_found_by_words_of_their_title_with_or_without_accents(string query, string title)
    {
        using var editor = await given.Site.SignInAsync("Editor");

        var found = await FindAsync(editor, query);

        Assert.Equal([title], found.Select(item => item.GetProperty("displayText").GetString()));
        Assert.True(found[0].GetProperty("hasPublished").GetBoolean());
        Assert.Equal(26, found[0].GetProperty("contentItemId").GetString()!.Length);
    }

    [Theory]
    [InlineData("nothing like this")]
    [InlineData("_eoul")]
    [InlineData("secret")]
    [InlineData("'; DROP TABLE Versions; --")]
    public async Task What_does_not_match_or_has_another_type_is_not_offered(string query)
    {
        using var editor = await given.Site.SignInAsync("Editor");

        Assert.Empty(await FindAsync(editor, query));
    }

    [Fact]
    public async Task A_hostile_title_stays_text()
    {
        using var editor = await given.Site.SignInAsync("Editor");
        using var answer = await editor.GetAsync(Search + "onerror");

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(InputSite.Hostile, Assert.Single(await FindAsync(editor, "onerror")).GetProperty("displayText").GetString());
    }

    [Fact]
    public async Task Drafts_are_offered_to_those_who_may_see_them()
    {
        using var editor = await given.Site.SignInAsync("Editor");
        using var author = await given.Site.SignInAsync("Author");
        using var noter = await given.Site.SignInAsync("Noter");
        await given.Site.RunStepsAsync(Recipe.Content(Recipe.Item("City", "4draft00000000000000000000", "Unseen town").Replace("\"Published\": true", "\"Published\": false", StringComparison.Ordinal)));

        Assert.False(Assert.Single(await FindAsync(editor, "unseen town")).GetProperty("hasPublished").GetBoolean());
        Assert.Empty(await FindAsync(noter, "unseen town"));
        Assert.Empty(await FindAsync(author, "unseen town"));
        Assert.Single(await FindAsync(noter, "seoul"));
    }

    [Fact]
    public async Task A_title_that_only_a_draft_has_is_not_told_to_those_who_may_not_see_it()
    {
        using var editor = await given.Site.SignInAsync("Editor");
        using var noter = await given.Site.SignInAsync("Noter");
        await given.Site.RunStepsAsync(Recipe.Content(Recipe.Item("City", "4plain00000000000000000000", "Plain name")));
        var reader = given.Site.Get<ContentReader>();
        var draft = ContentDraft.FromItem((await reader.FindLatestAsync("4plain00000000000000000000"))!);
        (draft.DisplayText, draft.Part("TitlePart")["Title"]) = ("Surprising name", "Surprising name");
        await given.Site.Get<ContentEditor>().SaveDraftAsync(Content.Security.Caller.Site, draft);

        Assert.Single(await FindAsync(editor, "surprising"));
        Assert.Empty(await FindAsync(noter, "surprising"));
        Assert.Single(await FindAsync(noter, "plain name"));
    }

    [Theory]
    [InlineData("Moderator", HttpStatusCode.Forbidden)]
    [InlineData("Reader", HttpStatusCode.Forbidden)]
    [InlineData("Author", HttpStatusCode.OK)]
    [InlineData("Noter", HttpStatusCode.OK)]
    [InlineData("Editor", HttpStatusCode.OK)]
    [InlineData("Administrator", HttpStatusCode.OK)]
    public async Task Only_those_who_write_such_items_may_search(string role, HttpStatusCode expected)
    {
        using var user = await given.Site.SignInAsync(role);
        using var answer = await user.GetAsync(Search);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Visitors_and_wrong_fields_are_refused()
    {
        using var editor = await given.Site.SignInAsync("Editor");
        using var visitor = await given.Site.Visitor.GetAsync(Search);
        using var noPart = await editor.GetAsync("/Admin/ContentFields/SearchContentItems?query=x");
        using var unknown = await editor.GetAsync("/Admin/ContentFields/SearchContentItems?part=Note&field=Nothing&query=x");
        using var otherKind = await editor.GetAsync("/Admin/ContentFields/SearchContentItems?part=Note&field=Text&query=x");

        Assert.Equal(HttpStatusCode.Unauthorized, visitor.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, noPart.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, otherKind.StatusCode);
    }

    private async Task<IReadOnlyList<JsonElement>> FindAsync(HttpClient user, string query) =>
        [.. JsonDocument.Parse(await given.Site.GetAsync(Search + Uri.EscapeDataString(query), user)).RootElement.EnumerateArray()];
}
