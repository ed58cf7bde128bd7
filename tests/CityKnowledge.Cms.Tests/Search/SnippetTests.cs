namespace CityKnowledge.Cms.Tests.Search;

/// <summary>What a hit shows of the product's own types is text, whatever was written as Markdown.</summary>
public sealed class SnippetTests(SnippetTests.Shared shared) : IClassFixture<SnippetTests.Shared>
{
    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup { get; } = SiteSetup.CityKnowledge;
    }

    [Fact]
    public async Task A_hit_with_few_words_shows_these()
    {
        var site = shared.Site;
        await site.RunStepsAsync(Recipe.Content(Recipe.Item("Tool", "40ginkg000000000000000000", "Short", """ "Knowledge": { "Summary": { "Text": "A ginkgo." } } """)));

        await Searching.UntilAsync(async () => (await site.GetAsync("/search?Terms=ginkgo")).Contains("A <mark>ginkgo</mark>.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Marks_of_Markdown_do_not_show_in_a_hit()
    {
        var site = shared.Site;
        const string Parts = """
            "Knowledge": { "Summary": { "Text": "Rows of trees for streets." } }, "Tool": { "Description": { "Markdown": "- **Zelkova** rows\n- shade\n\n## Planting\n\nChoose [sites](https://example.org)\n\n| tree | metres |\n|---|---|\n| elm | 9 |" } }
            """;
        await site.RunStepsAsync(Recipe.Content(Recipe.Item("Tool", "40zelkova00000000000000000", "Street trees", Parts)));

        var page = "";
        await Searching.UntilAsync(async () => (page = await site.GetAsync("/search?Terms=zelkova")).Contains("<mark>Zelkova</mark>", StringComparison.Ordinal));

        Assert.Contains("<mark>Zelkova</mark> rows shade", page, StringComparison.Ordinal);
        Assert.Contains("Choose sites", page, StringComparison.Ordinal);
        foreach (var mark in (string[])["**", "##", "](", "- shade", "- <mark>", "---"]) Assert.DoesNotContain(mark, page, StringComparison.Ordinal);
    }
}
