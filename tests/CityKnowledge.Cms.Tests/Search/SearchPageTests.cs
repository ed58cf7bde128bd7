using System.Net;
using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Tests.Search;

public sealed class SearchPageTests(SearchSite shared) : IClassFixture<SearchSite>
{
    [Fact]
    public async Task Words_are_marked_in_safe_snippets()
    {
        var page = await PageAsync("?Terms=bicycle");

        Assert.Contains("Bike streets", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; <mark>bicycles</mark> go first", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_count_types_goals_and_countries()
    {
        var page = await PageAsync("?Terms=city");

        Assert.Contains("Practice (2)", page, StringComparison.Ordinal);
        Assert.Contains("11 Sustainable cities (2)", page, StringComparison.Ordinal);
        Assert.Contains("Belgium (2)", page, StringComparison.Ordinal);
        Assert.Contains("Colombia (1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_facet_link_adds_its_value_and_keeps_the_rest_of_the_question()
    {
        var page = await PageAsync("?Terms=city&type=Practice&page=1");

        Assert.Contains("?Terms=city&amp;type=Practice&amp;country=BE", page, StringComparison.Ordinal);
        Assert.Contains("""href="?Terms=city" aria-current="true">Practice (2)""", page, StringComparison.Ordinal);
        Assert.Contains("?Terms=city&amp;type=Practice&amp;type=City", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chosen_values_narrow_the_hits_and_not_their_own_facet()
    {
        var page = await PageAsync("?Terms=city&country=CO");

        Assert.Contains("Bus lanes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Bike streets", page, StringComparison.Ordinal);
        Assert.Contains("Belgium (2)", page, StringComparison.Ordinal);
        Assert.Contains("Practice (1)", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_visitor_may_not_see_is_not_in_hits_counts_and_facets()
    {
        var page = await PageAsync("?Terms=cycling");

        Assert.Contains("Ghent", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Note", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_past_the_last_one_shows_the_last_one()
    {
        var page = await PageAsync("?Terms=city&page=400");

        Assert.Contains("Bus lanes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("400", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?Terms=")]
    [InlineData("?Terms=%22%3E%3Cscript%3E")]
    [InlineData("?Terms=zzzzzz&type=Nothing&goal=99&country=..&page=-1")]
    [InlineData("?Terms=(%5B%7B*?~%5E:%5C&page=999999999999")]
    public async Task Odd_questions_are_answered(string question)
    {
        var page = await PageAsync(question);

        Assert.DoesNotContain("<script>", Regex.Replace(page, "<script[^>]*src=", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_does_not_exist_is_said_on_the_page() =>
        Assert.Contains("There is no search index here.", await PageAsync("/Nothing?Terms=x"), StringComparison.Ordinal);

    [Fact]
    public async Task Health_tells_life_and_readiness()
    {
        await shared.Site.WaitForSearchAsync();
        using var live = await shared.Site.Visitor.GetAsync("/health/live");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    private async Task<string> PageAsync(string question)
    {
        await shared.Site.WaitForSearchAsync();
        return await shared.Site.GetAsync("/search" + question);
    }
}
