using System.Net;
using CityKnowledge.Cms.Content.Search;

namespace CityKnowledge.Cms.Tests.Admin.Search;

/// <summary>The state of the search index is shown, and the index is made again on demand.</summary>
public sealed class IndexScreenTests(IndexDesk shared) : IClassFixture<IndexDesk>
{
    private Site Site => shared.Site;

    [Fact]
    public async Task The_state_of_the_index_is_shown()
    {
        using var keeper = await Site.SignInAsync("IndexKeeper");
        await ReadyAsync(_ => true);

        var page = await DeskForms.ReadAsync(keeper, "/Admin/Lucene");

        Assert.Contains("Knowledge", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Documents</dt><dd>2</dd>", page, StringComparison.Ordinal);
        Assert.Contains("Up to date", page, StringComparison.Ordinal);
        Assert.Contains("multilingual", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Rebuild/Knowledge")]
    [InlineData("Reset/Knowledge")]
    [InlineData("Rebuild")]
    public async Task The_index_is_made_again_and_holds_the_same(string address)
    {
        using var keeper = await Site.SignInAsync("IndexKeeper");
        var before = await ReadyAsync(_ => true);

        using var answer = await DeskForms.PostAsync(keeper, "/Admin/Lucene/" + address);
        var after = await ReadyAsync(state => state.BuiltUtc > before.BuiltUtc);

        Assert.Equal("/Admin/Lucene", answer.Headers.Location?.ToString());
        Assert.Equal(before.Documents, after.Documents);
        Assert.Equal(before.Definition.Edition + 1, after.Definition.Edition);
        Assert.True(after.Size > 0);
    }

    [Fact]
    public async Task A_type_is_found_by_search_once_it_is_chosen_and_nobody_overwrites_the_choice_of_another()
    {
        await using var site = await Site.StartAsync(IndexDesk.Index);
        await ReadyAsync(site, _ => true);
        using var keeper = await site.SignInAsync("IndexKeeper");
        using var both = await site.SignInAsync("IndexKeeper", "Modeller");
        await site.RunStepsAsync(Recipe.Type("Memo"), Recipe.Content(Recipe.Item("Memo", "40memo00first0000000000000", "Heron")));
        var told = await DeskForms.ReadAsync(both, "/Admin/ContentTypes/Edit/Memo");
        var before = await site.GetAsync("/search?terms=heron");

        using var saved = await DeskForms.PostAsync(keeper, "/Admin/Lucene/Types/Knowledge", ("stamp", "Note"), ("types", "Memo"), ("types", "Note"), ("types", "Unheard"));
        using var late = await DeskForms.PostAsync(keeper, "/Admin/Lucene/Types/Knowledge", ("stamp", "Note"), ("types", "Note"));
        var after = await ReadyAsync(site, state => state.Documents == 3);

        Assert.Contains("Search does not find items of this type", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Heron", before, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (saved.StatusCode, late.StatusCode));
        Assert.Equal(["Memo", "Note"], after.Definition.Types.Order());
        Assert.Contains("Heron", await site.GetAsync("/search?terms=heron"), StringComparison.Ordinal);
        Assert.DoesNotContain("Search does not find items of this type", await DeskForms.ReadAsync(both, "/Admin/ContentTypes/Edit/Memo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_it_was_made_is_known_after_a_restart()
    {
        await using var site = await Site.StartAsync(IndexDesk.Index);
        var before = await ReadyAsync(site, _ => true);

        await site.RestartAsync();
        var after = await ReadyAsync(site, _ => true);

        Assert.Equal(before.BuiltUtc, after.BuiltUtc);
    }

    [Fact]
    public async Task Who_may_not_manage_indexes_makes_none_again()
    {
        using var guest = await Site.SignInAsync("Guest");
        using var keeper = await Site.SignInAsync("IndexKeeper");

        using var screen = await guest.GetAsync("/Admin/Lucene");
        using var refused = await DeskForms.PostAsync(guest, "/Admin/Lucene/Rebuild/Knowledge");
        using var tokenless = await keeper.PostAsync("/Admin/Lucene/Rebuild/Knowledge", new FormUrlEncodedContent([]));
        using var unknown = await DeskForms.PostAsync(keeper, "/Admin/Lucene/Rebuild/Nothing");
        using var chosen = await DeskForms.PostAsync(guest, "/Admin/Lucene/Types/Knowledge", ("stamp", "Note"));
        using var nowhere = await DeskForms.PostAsync(keeper, "/Admin/Lucene/Types/Nothing", ("stamp", "Note"));

        Assert.Equal(HttpStatusCode.Forbidden, screen.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (chosen.StatusCode, nowhere.StatusCode));
    }

    private Task<IndexState> ReadyAsync(Func<IndexState, bool> wanted) => ReadyAsync(Site, wanted);

    private static async Task<IndexState> ReadyAsync(Site site, Func<IndexState, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (site.Get<IndexWatch>().List() is [{ IsReady: true, Making: null, Behind: 0 } state] && wanted(state)) return state;
            await Task.Delay(50, patience.Token);
        }
    }
}

/// <summary>A site with one index.</summary>
public sealed class IndexDesk : SharedSite
{
    internal static SiteSetup Index { get; } = SiteSetup.Of(
        Recipe.Type("Note"),
        """
        { "name": "Roles", "Roles": [
          { "Name": "IndexKeeper", "Permissions": ["AccessAdminPanel", "ManageLuceneIndexes"] },
          { "Name": "Anonymous", "Permissions": ["ViewContent", "QuerySearchIndex"] },
          { "Name": "Modeller", "Permissions": ["AccessAdminPanel", "EditContentTypes"] },
          { "Name": "Guest", "Permissions": ["AccessAdminPanel", "ManageRecipes", "EditContent"] } ] }
        """,
        """{ "name": "lucene-index", "Indices": [ { "Knowledge": { "IndexLatest": false, "IndexedContentTypes": ["Note"], "Culture": "any" } } ] }""",
        Recipe.Content(Recipe.Item("Note", "40note00first0000000000000", "First"), Recipe.Item("Note", "40note00second000000000000", "Second")));

    private protected override SiteSetup Setup => Index;
}
