using System.Globalization;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Tests.Liquid;

namespace CityKnowledge.Cms.Tests.PublicSite;

public sealed class HostileHtmlTests(HostileHtmlTests.HostileSite fixture) : IClassFixture<HostileHtmlTests.HostileSite>
{
    // Each tries to run alert in its own way.
    private static readonly string[] Samples =
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)></svg>",
        "<svg><script>alert(1)</script></svg>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<a href=\"JaVa\tScRiPt:alert(1)\">x</a>",
        "<a href=\"&#106;avascript:alert(1)\">x</a>",
        "<iframe src=\"javascript:alert(1)\"></iframe>",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
        "<object data=\"data:text/html,<script>alert(1)</script>\"></object>",
        "<embed src=\"javascript:alert(1)\">",
        "<form action=\"javascript:alert(1)\"><button>x</button></form>",
        "<p style=\"background:url(javascript:alert(1))\">x</p>",
        "<style>@import 'javascript:alert(1)';</style>",
        "<math><mtext></mtext><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<details open ontoggle=alert(1)>x</details>",
        "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
        "<base href=\"javascript:alert(1)//\">",
        "<template><script>alert(1)</script></template>",
    ];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Samples.Length)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Html_that_would_run_is_cleaned_in_bodies_fields_and_markdown(int number)
    {
        var page = await fixture.Site.GetAsync("/hostile/" + number.ToString(CultureInfo.InvariantCulture));
        var shown = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(page).QuerySelector("main")!;

        Assert.Empty(shown.QuerySelectorAll("script, iframe, object, embed, form, base, meta, svg, math, style, template"));
        foreach (var element in shown.QuerySelectorAll("*"))
        {
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Value.Contains("script:", StringComparison.OrdinalIgnoreCase) && attribute.Name is "href" or "src" or "style" && attribute.Value.Contains("alert", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Html_is_stored_as_it_was_written()
    {
        var item = await fixture.Site.FindAsync(HostileSite.IdOf(0));

        Assert.Equal(Samples[0], item!.Field("HtmlBodyPart", "Html").GetString());
    }

    [Fact]
    public async Task Harmless_style_stays() =>
        Assert.Contains("<p class=\"k\" style=\"color: rgba(255, 0, 0, 1)\">x</p>", await fixture.Site.GetAsync("/harmless"), StringComparison.Ordinal);

    [Fact]
    public async Task Html_stays_as_written_where_the_settings_say_so() =>
        Assert.Contains("<script>ok()</script>", await fixture.Site.GetAsync("/trusted"), StringComparison.Ordinal);

    public sealed class HostileSite : SharedSite
    {
        internal static string IdOf(int number) => "40host" + number.ToString(CultureInfo.InvariantCulture).PadLeft(20, '0');

        private protected override SiteSetup Setup { get; } = SiteSetup.Of(
            ThemeParts.VisitorsMayView,
            ThemeParts.HtmlType("Page", sanitize: true),
            ThemeParts.HtmlType("Trusted", sanitize: false),
            """
            { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Page", "DisplayName": "Page", "Settings": {}, "ContentTypePartDefinitionRecords": [
              { "PartName": "MarkdownBodyPart", "Name": "MarkdownBodyPart", "Settings": {} }, { "PartName": "Page", "Name": "Page", "Settings": {} } ] } ],
              "ContentParts": [ { "Name": "Page", "Settings": {}, "ContentPartFieldDefinitionRecords": [
                { "FieldName": "HtmlField", "Name": "Rich", "Settings": {} }, { "FieldName": "MarkdownField", "Name": "Plain", "Settings": {} } ] } ] }
            """,
            Recipe.Content(
            [
                .. Samples.Select((html, number) => Item(IdOf(number), "hostile/" + number.ToString(CultureInfo.InvariantCulture), html)),
                Item("40harm1ess000000000000000a", "harmless", "<p class=\"k\" style=\"color: red\">x</p>"),
                Recipe.Item("Trusted", "40trusted0000000000000000a", "Trusted", """ "AutoroutePart": { "Path": "trusted" }, "HtmlBodyPart": { "Html": "<script>ok()</script>" } """),
            ])).WithTheme(("views/Layout.liquid", "<!DOCTYPE html><body><main>{% render_body %}</main></body>"), ("views/Content.liquid", "{{ Model.Content | shape_render }}"));

        private static string Item(string id, string path, string html)
        {
            var text = JsonValue.Create(html).ToJsonString();
            return Recipe.Item("Page", id, "Hostile", $$"""
                "AutoroutePart": { "Path": "{{path}}" }, "HtmlBodyPart": { "Html": {{text}} }, "MarkdownBodyPart": { "Markdown": {{text}} },
                "Page": { "Rich": { "Html": {{text}} }, "Plain": { "Markdown": {{text}} } }
                """);
        }
    }
}
