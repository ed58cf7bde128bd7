using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Tests.PublicSite;

/// <summary>What the theme tells search engines and social networks.</summary>
public sealed class SeoTests
{
    private const string Seo = """
        "Knowledge": { "Summary": { "Text": "A short account." } },
        "AutoroutePart": { "Path": "news/told" },
        "SeoMetaPart": {
          "PageTitle": "Told <well>", "MetaRobots": "noindex", "OpenGraphTitle": "For networks", "TwitterCard": "summary",
          "DefaultSocialImage": { "Paths": ["social/a picture.png"], "MediaTexts": ["A street"] },
          "CustomMetaTags": [ { "Name": "author", "Content": "Ann \"Lee\"" }, { "HttpEquiv": "refresh", "Content": "0;url=https://example.org" } ]
        }
        """;

    [Fact]
    public async Task A_page_says_what_its_editor_wrote_for_others()
    {
        await using var site = await StartAsync(Seo);

        var page = await site.GetAsync("/news/told");

        Assert.Contains("<title>Told &lt;well&gt; · ", page, StringComparison.Ordinal);
        Assert.Contains("name=\"robots\" content=\"noindex\"", page, StringComparison.Ordinal);
        Assert.Contains("property=\"og:title\" content=\"For networks\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"twitter:card\" content=\"summary\"", page, StringComparison.Ordinal);
        Assert.Matches("property=\"og:image\" content=\"http://[^\"]*/media/social/a%20picture.png", page);
        Assert.Contains("name=\"author\" content=\"Ann &quot;Lee&quot;\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("refresh", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tags_of_the_same_name_are_all_said_and_those_of_a_page_replaced()
    {
        await using var site = await StartAsync(Seo.Replace("{ \"HttpEquiv\"", """
            { "Property": "article:tag", "Content": "trams" }, { "Property": "article:tag", "Content": "bikes" }, { "Name": "description", "Content": "In other words" }, { "HttpEquiv"
            """, StringComparison.Ordinal));

        var page = await site.GetAsync("/news/told");

        Assert.Contains("property=\"article:tag\" content=\"trams\"", page, StringComparison.Ordinal);
        Assert.Contains("property=\"article:tag\" content=\"bikes\"", page, StringComparison.Ordinal);
        Assert.Contains("In other words", Assert.Single(page.Split("name=\"description\"").Skip(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_instructions_to_robots_are_given_when_its_editor_switched_it_off()
    {
        await using var site = await StartAsync(Seo.Replace("\"PageTitle\"", "\"Render\": false, \"PageTitle\"", StringComparison.Ordinal).Replace("{ \"HttpEquiv\"", "{ \"Name\": \"Googlebot\", \"Content\": \"nosnippet\" }, { \"HttpEquiv\"", StringComparison.Ordinal));

        var page = await site.GetAsync("/news/told");

        Assert.Contains("name=\"robots\" content=\"noindex\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"Googlebot\" content=\"nosnippet\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("twitter:card", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"author\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Structured_data_of_its_editor_stands_in_the_page_and_never_ends_its_element()
    {
        const string Stored = """{ "@type": "Event", "name": "</script><!-- \u003cb\u003e", "n": 1.50 }""";
        await using var site = await StartAsync(Schema(Stored));
        await site.RunStepsAsync(Recipe.Content([.. ((string[])["{ not json", "\"words\"", "{ \"a\": \"\\ud800\" }"]).Select((wrong, at) =>
            Recipe.Item("Article", $"40article000000000000000{at}b", $"Wrong {at}", Schema(wrong).Replace("news/told", $"news/wrong{at}", StringComparison.Ordinal)))]));

        var page = await site.GetAsync("/news/told");

        Assert.Contains("""<script type="application/ld+json">{"@type":"Event","name":"\u003C/script\u003E\u003C!-- \u003Cb\u003E","n":1.50}</script>""", page, StringComparison.Ordinal);
        var usual = page.Split("application/ld+json").Length - 1;
        foreach (var address in (string[])["/news/wrong0", "/news/wrong1", "/news/wrong2"]) Assert.Equal(usual - 1, (await site.GetAsync(address)).Split("application/ld+json").Length - 1);
    }

    [Fact]
    public async Task A_practice_shows_all_that_was_written_and_networks_its_own_picture()
    {
        await using var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        // A draft may lack what a published practice needs.
        var draft = new ContentDraft { ContentType = "Practice", DisplayText = "Told in full" };
        draft.Content["Practice"] = JsonNode.Parse("""
            {
              "Challenge": { "Markdown": "# Top\n\n## Before\n\nText\n\n### Closer" },
              "SuccessFactors": { "Values": ["A patient mayor"] },
              "Contact": { "Url": "https://example.org/desk", "Text": "The desk" },
              "Image": { "Paths": ["practices/street.png"], "MediaTexts": ["A street"] }
            }
            """);
        var saved = await site.Get<ContentEditor>().SaveDraftAsync(Caller.Site, draft);
        using var editor = await site.SignInAsync("Administrator");

        var page = await site.GetAsync($"/Contents/ContentItems/{saved.ContentItemId}/Preview", editor);

        Assert.Contains("<h3 id=\"top\">Top</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<h3 id=\"before\">Before</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<h4 id=\"closer\">Closer</h4>", page, StringComparison.Ordinal);
        Assert.Contains("<li>A patient mayor</li>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org/desk\">The desk</a>", page, StringComparison.Ordinal);
        Assert.Matches("property=\"og:image\" content=\"http://[^\"]*/media/practices/street.png", page);
    }

    // No page, list, search or API would keep it from visitors.
    [Theory]
    [InlineData("public", true)]
    [InlineData("owner", false)]
    public async Task What_is_not_meant_for_everyone_is_not_published(string visibility, bool isPublished)
    {
        await using var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        var draft = new ContentDraft { ContentType = "Tool", DisplayText = "Seen by whom" };
        draft.Part("TitlePart")["Title"] = draft.DisplayText;
        draft.Content["Knowledge"] = JsonNode.Parse($$"""{ "Summary": { "Text": "S" }, "Visibility": { "Text": "{{visibility}}" } }""");

        var trouble = await Record.ExceptionAsync(() => site.Get<ContentEditor>().SaveAndPublishAsync(Caller.Site, draft));

        Assert.Equal(isPublished, trouble is null);
        if (!isPublished) Assert.Contains("everyone can read what is published here", Assert.IsType<InvalidContentException>(trouble).Message, StringComparison.Ordinal);
    }

    private static string Schema(string stored) => $$""" "Knowledge": { "Summary": { "Text": "A short account." } }, "AutoroutePart": { "Path": "news/told" }, "SeoMetaPart": { "GoogleSchema": {{JsonSerializer.Serialize(stored)}} } """;

    private static async Task<Site> StartAsync(string parts)
    {
        var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        await site.RunStepsAsync(Recipe.Content(Recipe.Item("Article", "40article0000000000000000a", "Told", parts)));
        return site;
    }
}
