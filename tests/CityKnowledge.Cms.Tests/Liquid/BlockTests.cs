namespace CityKnowledge.Cms.Tests.Liquid;

public sealed class BlockTests
{
    private const string Now = "{{ \"now\" | date: \"%s%L\" }}";
    private const string Block = "{% cache \"x\" %}" + Now + "{% endcache %}";

    [Fact]
    public async Task Visitors_share_what_a_block_made_also_when_no_page_is_kept()
    {
        await using var site = await StartAsync(Block);

        Assert.Equal(await site.GetAsync("/about"), await AgainAsync(site));
    }

    [Fact]
    public async Task Nothing_is_kept_when_the_owner_says_so()
    {
        await using var site = await StartAsync(Block, blocks: "false");

        Assert.NotEqual(await site.GetAsync("/about"), await AgainAsync(site));
    }

    [Fact]
    public async Task Signed_in_people_get_blocks_of_their_own_rights()
    {
        await using var site = await StartAsync("{% cache \"x\" %}{{ User.Identity.Name }}{% endcache %}");
        var user = await site.SignInAsync();

        var own = await site.GetAsync("/about", user);
        var visitors = await site.GetAsync("/about");

        Assert.NotEqual(own, visitors);
        Assert.Equal(own, await site.GetAsync("/about", user));
    }

    [Theory]
    [InlineData("{% meta name: \"kept\", content: \"yes\" %}")]
    [InlineData("{% page_title_add_segment \"kept\" %}")]
    [InlineData("{% zone \"Footer\" %}kept{% endzone %}")]
    public async Task A_block_that_adds_to_the_page_outside_itself_is_made_each_time(string addition)
    {
        await using var site = await StartAsync("{% cache \"x\" %}" + addition + Now + "{% endcache %}");
        var first = await site.GetAsync("/about");

        var second = await AgainAsync(site);

        Assert.NotEqual(first, second);
        Assert.Contains("kept", second, StringComparison.Ordinal);
    }

    private static async Task<string> AgainAsync(Site site)
    {
        await Task.Delay(5);
        return await site.GetAsync("/about");
    }

    private static Task<Site> StartAsync(string template, string blocks = "true") => Site.StartAsync(
        SiteSetup.Of(ThemeParts.VisitorsMayView, ThemeParts.HtmlType("Page", sanitize: true), Recipe.Content(Recipe.Item("Page", "40page0000000000000000000a", "About", """ "AutoroutePart": { "Path": "about" } """)))
            .WithTheme(("views/Layout.liquid", "<title>{% page_title \"Site\" %}</title>{% resources type: \"Meta\" %}{% render_body %}{% render_section \"Footer\", required: false %}"), ("views/Content-Page.liquid", template))
            .With("Site:OutputCache", "false").With("Site:BlockCache", blocks));
}
