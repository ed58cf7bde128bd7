using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Tests.Liquid;

namespace CityKnowledge.Cms.Tests.PublicSite;

public sealed class CacheTests
{
    private const string Id = "40page0000000000000000000a";
    private const string Counting = "{{ Model.ContentItem.DisplayText }} {{ \"now\" | date: \"%s%L\" }} {{ Request.Query.q }}{{ User.Identity.Name }}";

    [Fact]
    public async Task A_kept_page_is_shown_until_something_is_published()
    {
        await using var site = await StartAsync();
        var first = await site.GetAsync("/about");
        await Task.Delay(5);
        Assert.Equal(first, await site.GetAsync("/about"));

        await PublishAsync(site, "Renewed");

        Assert.Contains("Renewed", await site.GetAsync("/about"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_gone_at_once_when_it_is_unpublished()
    {
        await using var site = await StartAsync();
        await site.GetAsync("/about");

        await site.Get<ContentEditor>().UnpublishAsync(Caller.Site, Id);

        using var answer = await site.Visitor.GetAsync("/about");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task What_is_saved_over_the_public_version_is_seen_at_once(string draftable)
    {
        var type = ThemeParts.HtmlType("Page", sanitize: true).Replace("\"Draftable\": true, \"Versionable\": true", $"\"Draftable\": {draftable}, \"Versionable\": false", StringComparison.Ordinal);
        await using var site = await Site.StartAsync(Setup(type));
        Assert.Contains("About", await site.GetAsync("/about"), StringComparison.Ordinal);
        Assert.NotNull(await site.FindAsync(Id));
        var draft = ContentDraft.FromItem((await site.FindAsync(Id))!);
        draft.Part("TitlePart")["Title"] = draft.DisplayText = "Renewed";

        await site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft);

        using var answer = await site.Visitor.GetAsync("/about");
        if (draftable == "true") Assert.Equal((HttpStatusCode.NotFound, null), (answer.StatusCode, await site.FindAsync(Id)));
        else Assert.Contains("Renewed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_gone_at_once_when_it_is_deleted()
    {
        await using var site = await StartAsync();
        await site.GetAsync("/about");

        await site.Get<ContentEditor>().DeleteAsync(Caller.Site, Id);

        using var answer = await site.Visitor.GetAsync("/about");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_change_of_rights_is_seen_at_once()
    {
        await using var site = await StartAsync();
        await site.GetAsync("/about");

        await site.RunStepsAsync("""{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": [], "PermissionBehavior": "Replace" } ] }""");

        using var answer = await site.Visitor.GetAsync("/about");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Kept_pages_are_told_apart_by_query_and_never_shown_to_others_than_visitors()
    {
        await using var site = await StartAsync();
        var user = await site.SignInAsync();

        Assert.Contains(" one", await site.GetAsync("/about?q=one"), StringComparison.Ordinal);
        Assert.Contains(" two", await site.GetAsync("/about?q=two"), StringComparison.Ordinal);
        var own = await site.GetAsync("/about", user);
        Assert.NotEqual(own, await site.GetAsync("/about"));
    }

    [Fact]
    public async Task A_page_that_the_browser_has_is_not_sent_again()
    {
        await using var site = await StartAsync();
        using var first = await site.Visitor.GetAsync("/about");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/about");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await site.Visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_kept_page_is_packed_for_those_who_take_it(string encoding)
    {
        await using var site = await StartAsync();
        var plain = await site.GetAsync("/about");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about");
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var answer = await site.Visitor.SendAsync(request);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.Single());
        Assert.True(answer.Content.Headers.ContentLength < plain.Length);
    }

    [Fact]
    public async Task A_head_request_gets_the_headers_of_the_page()
    {
        await using var site = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, "/about");

        using var answer = await site.Visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Content.Headers.ContentLength > 0);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Many_who_ask_at_once_get_the_same_page()
    {
        await using var site = await StartAsync();

        var pages = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.GetAsync("/about?q=many")));

        Assert.Single(pages.Distinct());
    }

    [Fact]
    public async Task Nothing_is_kept_when_the_owner_says_so()
    {
        await using var site = await Site.StartAsync(Setup().With("Site:OutputCache", "false"));
        var first = await site.GetAsync("/about");
        await Task.Delay(5);

        Assert.NotEqual(first, await site.GetAsync("/about"));
    }

    private static Task<Site> StartAsync() => Site.StartAsync(Setup());

    private static SiteSetup Setup(string? type = null) => SiteSetup.Of(ThemeParts.VisitorsMayView, type ?? ThemeParts.HtmlType("Page", sanitize: true), Recipe.Content(Page("About")))
        .WithTheme(("views/Layout.liquid", ThemeParts.Layout), ("views/Content.liquid", Counting + string.Concat(Enumerable.Repeat("<p>filler</p>", 200))));

    private static Task PublishAsync(Site site, string title) => site.RunStepsAsync(Recipe.Content(Page(title)));

    private static string Page(string title) => Recipe.Item("Page", Id, title, string.Create(CultureInfo.InvariantCulture, $$""" "AutoroutePart": { "Path": "about" } """));
}
