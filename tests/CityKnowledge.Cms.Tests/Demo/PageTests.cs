using System.Text.Json;
using AngleSharp.Html.Dom;

namespace CityKnowledge.Cms.Tests.Demo;

/// <summary>What the repository's theme makes of the demo content.</summary>
[Collection(nameof(DemoSite))]
public sealed class PageTests(DemoSite demo)
{
    private const int Heaviest = 50_000;

    [Theory]
    [InlineData("practice", "Article")]
    [InlineData("city", "City")]
    [InlineData("event", "Event")]
    [InlineData("publication", "Report", "ScholarlyArticle", "Book", "Chapter")]
    public async Task Every_item_page_is_light_and_tells_machines_what_it_is(string type, params string[] kinds)
    {
        foreach (var item in (await demo.ListAsync(type, "path displayText")).Take(40))
        {
            var (path, title) = ("/" + item.GetProperty("path").GetString(), item.GetProperty("displayText").GetString());
            var page = await demo.OpenAsync(path);

            AssertIntroduced(page, path, title!);
            var about = ReadLinkedData(page);
            Assert.Contains(about.GetProperty("@type").GetString(), kinds);
            Assert.Equal(title, about.GetProperty("name").GetString());
            var bytes = await WeighAsync(page);
            Assert.True(bytes <= Heaviest, $"{path} has {bytes} bytes.");
        }
    }

    [Theory]
    [InlineData("/practices", "Practices")]
    [InlineData("/cities", "Cities")]
    [InlineData("/events", "Events")]
    [InlineData("/publications", "Publications")]
    [InlineData("/goals/11", "Sustainable cities and communities")]
    [InlineData("/goals/11/2", "Safe, affordable public transport for all")]
    public async Task Lists_and_goals_introduce_themselves(string path, string title) => AssertIntroduced(await demo.OpenAsync(path), path, title);

    private void AssertIntroduced(IHtmlDocument page, string path, string title)
    {
        Assert.StartsWith(title, page.Title, StringComparison.Ordinal);
        Assert.EndsWith("Test site", page.Title, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelector("meta[name=description]")?.GetAttribute("content") ?? "");
        Assert.Equal(new Uri(demo.Site.Visitor.BaseAddress!, path).ToString(), Assert.Single(page.QuerySelectorAll("link[rel=canonical]")).GetAttribute("href"));
    }

    // The item itself is the first in the graph; the way to it follows.
    private static JsonElement ReadLinkedData(IHtmlDocument page) =>
        JsonDocument.Parse(Assert.Single(page.QuerySelectorAll("script[type='application/ld+json']")).TextContent).RootElement.GetProperty("@graph")[0];

    private async Task<int> WeighAsync(IHtmlDocument page)
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(page.Source.Text);
        var styles = page.QuerySelectorAll("link[rel=stylesheet]");
        Assert.NotEmpty(styles);
        foreach (var style in styles) bytes += (await demo.Site.Visitor.GetByteArrayAsync(style.GetAttribute("href"))).Length;
        return bytes;
    }
}
