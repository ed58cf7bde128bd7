using System.Net;

namespace CityKnowledge.Cms.Tests.Liquid;

public sealed class ThemeTests
{
    private const string Practice = "40pract1ce0b1kes0000000000";

    private static readonly string[] Steps =
    [
        ThemeParts.VisitorsMayView,
        Recipe.Type("Practice", ("Summary", "TextField"), ("Notes", "MarkdownField"), ("Starts", "DateField")),
        ThemeParts.HtmlType("Page", sanitize: true),
        Recipe.Content(
            Recipe.Item("Practice", Practice, "Bike streets", """
                "AutoroutePart": { "Path": "practices/bikes" }, "Practice": { "Summary": { "Text": "Cars are guests." }, "Notes": { "Markdown": "**Good**" } }
                """),
            Recipe.Item("Page", "40page0000000000000000000a", "About", """
                "AutoroutePart": { "Path": "about" }, "AliasPart": { "Alias": "about-us" }, "HtmlBodyPart": { "Html": "<p>We</p>" }
                """)),
    ];

    [Fact]
    public async Task The_strongest_alternate_shows_an_item()
    {
        await using var site = await StartAsync(
            ("views/Content.liquid", "any"), ("views/Content-Practice.liquid", "a practice"),
            ("views/Content-Page.liquid", "a page"), ("views/Content-Alias-about-us.liquid", "about us"));

        Assert.Contains("<main>a practice</main>", await site.GetAsync("/practices/bikes"), StringComparison.Ordinal);
        Assert.Contains("<main>about us</main>", await site.GetAsync("/about"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_template_changes_lists_only()
    {
        await using var site = await StartAsync(
            ("views/Content-Practice.liquid", "detail {{ Model.ContentItem | shape_build_display: \"Summary\" | shape_render }}"),
            ("views/Content-Practice.Summary.liquid", "summary"), ("views/Content-Page.liquid", "{% contentitem handle: \"slug:practices/bikes\" %}"));

        Assert.Contains("<main>detail summary</main>", await site.GetAsync("/practices/bikes"), StringComparison.Ordinal);
        Assert.Contains("<main>detail summary</main>", await site.GetAsync("/about"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_without_templates_of_its_own_shows_its_parts_and_fields()
    {
        await using var site = await StartAsync();

        var page = await site.GetAsync("/practices/bikes");

        Assert.Contains("<h1>Bike streets</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Cars are guests.", page, StringComparison.Ordinal);
        Assert.Contains("<p><strong>Good</strong></p>", page, StringComparison.Ordinal);
        Assert.Contains("<p>We</p>", await site.GetAsync("/about"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_template_is_chosen_by_part_and_field()
    {
        await using var site = await StartAsync(("views/TextField.liquid", "weak"), ("views/Practice-Summary.liquid", "strong: {{ Model.Text }}"));

        Assert.Contains("strong: Cars are guests.", await site.GetAsync("/practices/bikes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_fall_back_to_the_base_theme_of_the_manifest()
    {
        await using var site = await StartAsync(
            ("manifest.json", """{ "name": "Test", "baseTheme": "Base" }"""), ("views/Content-Page.liquid", "own"),
            ("../Base/views/Content-Practice.liquid", "{% include \"_Piece\" %}"), ("../Base/views/Content-Page.liquid", "base"), ("../Base/views/_Piece.liquid", "inherited"));

        Assert.Contains("<main>inherited</main>", await site.GetAsync("/practices/bikes"), StringComparison.Ordinal);
        Assert.Contains("<main>own</main>", await site.GetAsync("/about"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_fills_head_zones_and_layout()
    {
        await using var site = await StartAsync(
            ("assets/site.css", "p{}"), ("views/Layout-Wide.liquid", "<wide>" + ThemeParts.Layout),
            ("views/Content-Page.liquid", """
                {%- layout "Wide" -%}{%- page_title_add_segment "About & more" -%}{%- meta name: "description", content: "first" -%}{%- meta name: "description", content: "a \"b\"" -%}
                {%- style name: "site", src: "~/Test/site.css" -%}{%- style name: "site", src: "~/Test/site.css" -%}{%- script src: "~/x.js", at: "Foot" -%}{%- link rel: "canonical", href: "~/about" -%}
                {%- zone "Footer" -%}<footer>end</footer>{%- endzone -%}body
                """));

        var page = await site.GetAsync("/about");

        Assert.StartsWith("<wide><title>About &amp; more - Test site</title>", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"description\" content=\"a &quot;b&quot;\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("first", page, StringComparison.Ordinal);
        Assert.Single(page.Split("/Test/site.css?v=").Skip(1));
        Assert.Contains("<script src=\"/x.js\"></script>", page, StringComparison.Ordinal);
        Assert.Contains("<main>body</main><footer>end</footer>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meta_tags_of_which_a_page_has_several_stand_side_by_side_and_the_last_of_the_others_counts()
    {
        await using var site = await StartAsync(("views/Content-Page.liquid", """
            {%- meta name: "citation_author", content: "Lee, Ann" -%}{%- meta name: "citation_author", content: "Roe, Ben" -%}
            {%- meta property: "og:image", content: "a.png" -%}{%- meta property: "og:image", content: "b.png" -%}{%- meta property: "og:title", content: "former" -%}{%- meta property: "og:title", content: "last" -%}
            {%- meta name: "Robots", content: "former" -%}{%- meta name: "robots", content: "noindex" -%}{%- meta http_equiv: "x", content: "former" -%}{%- meta http_equiv: "x", content: "y" -%}
            {%- meta name: "subject", content: "trams", separator: ", " -%}{%- meta name: "subject", content: "bikes", separator: ", " -%}{%- meta itemprop: "p" -%}{%- meta itemprop: "q" -%}
            """));

        var page = await site.GetAsync("/about");

        Assert.Contains("<meta name=\"citation_author\" content=\"Lee, Ann\">\n<meta name=\"citation_author\" content=\"Roe, Ben\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta property=\"og:image\" content=\"a.png\">\n<meta property=\"og:image\" content=\"b.png\">\n<meta property=\"og:title\" content=\"last\">", page, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">\n<meta http-equiv=\"x\" content=\"y\">\n<meta name=\"subject\" content=\"trams, bikes\">\n<meta itemprop=\"p\">\n<meta itemprop=\"q\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("former", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_template_shows_the_error_page_and_other_pages_live_on()
    {
        await using var site = await StartAsync(
            ("views/Content-Practice.liquid", "fine\n{{ oops"), ("views/Content-Page.liquid", "alive"), ("views/HttpError.liquid", "sorry {{ Model.Code }}"));

        using var broken = await site.Visitor.GetAsync("/practices/bikes");

        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.Contains("sorry 500", await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("<main>alive</main>", await site.GetAsync("/about"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fine\n{{ oops", "Test/views/Content-Practice.liquid, line 2:")]
    [InlineData("{% include \"gone\" %}", "Test/views/Content-Practice.liquid: It includes the template &#39;gone&#39;, which does not exist.")]
    [InlineData("{{ Model.ContentItem | shape_build_display | shape_render }}", "Test/views/Content-Practice.liquid: Shapes are nested too deeply")]
    public async Task Developers_are_told_the_file_the_line_and_the_reason(string template, string message)
    {
        var setup = Setup(("views/Content-Practice.liquid", template)).With("environment", "Development");
        await using var site = await Site.StartAsync(setup);

        using var answer = await site.Visitor.GetAsync("/practices/bikes");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(message, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_layout_and_error_page_still_give_an_answer()
    {
        await using var site = await StartAsync(("views/Layout.liquid", "{{ oops"));

        using var answer = await site.Visitor.GetAsync("/about");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Something went wrong on our side", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_is_seen_by_the_next_page_in_development()
    {
        await using var site = await Site.StartAsync(Setup(("views/Content-Page.liquid", "before")).With("environment", "Development").With("Site:OutputCache", "false"));
        Assert.Contains("before", await site.GetAsync("/about"), StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(site.Folder, "Themes/Test/views/Content-Page.liquid"), "after");
        await Task.Delay(400);

        Assert.Contains("after", await site.GetAsync("/about"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cache_block_changes_when_content_is_published()
    {
        var template = "{% cache \"x\", dependencies: \"alias:about-us\" %}{{ Content[\"alias:about-us\"].DisplayText }}{% endcache %}";
        await using var site = await StartAsync(("views/Content-Practice.liquid", template));
        Assert.Contains("<main>About</main>", await site.GetAsync("/practices/bikes"), StringComparison.Ordinal);

        await site.RunStepsAsync(Recipe.Content(Recipe.Item("Page", "40page0000000000000000000a", "Changed", """ "AutoroutePart": { "Path": "about" }, "AliasPart": { "Alias": "about-us" } """)));

        Assert.Contains("<main>Changed</main>", await site.GetAsync("/practices/bikes"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_posted_form_carries_a_token_and_such_a_page_is_not_shared()
    {
        await using var site = await StartAsync(("views/Content-Page.liquid", "{% form action: \"~/x\" %}{% endform %}"));

        var (first, second) = (await site.GetAsync("/about"), await site.GetAsync("/about", site.NewBrowser()));

        Assert.Contains("__RequestVerificationToken", first, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }

    private static SiteSetup Setup(params (string, string)[] files) =>
        SiteSetup.Of(Steps).WithTheme([.. files.Select(file => file.Item1).Contains("views/Layout.liquid") ? files : [("views/Layout.liquid", ThemeParts.Layout), .. files]]);

    private static Task<Site> StartAsync(params (string, string)[] files) => Site.StartAsync(Setup(files));
}
