using System.Text.Json;

namespace CityKnowledge.Cms.Tests.GraphQl;

public sealed class StatusTests
{
    [Fact]
    public async Task Each_status_shows_its_versions_to_those_who_may_preview()
    {
        await using var site = await StartAsync();
        using var user = await site.SignInAsync("Previewer");

        async Task<string> TitlesAsync(string status)
        {
            var answer = await site.PostGraphQlAsync($"{{ practice(status: {status}, where: {{ displayText_starts_with: \"V\" }}, orderBy: {{ displayText: ASC }}) {{ displayText }} }}", user: user);
            return GraphQlSite.Titles(answer.GetProperty("data").GetProperty("practice"));
        }

        Assert.Equal("V published", await TitlesAsync("PUBLISHED"));
        Assert.Equal("V draft", await TitlesAsync("DRAFT"));
        Assert.Equal("V draft, V published", await TitlesAsync("LATEST"));
        Assert.Equal("V draft, V published", await TitlesAsync("ALL"));
    }

    [Theory]
    [InlineData("DRAFT")]
    [InlineData("LATEST")]
    [InlineData("ALL")]
    public async Task A_visitor_never_sees_what_is_not_published(string status)
    {
        await using var site = await StartAsync();

        var list = await site.PostGraphQlAsync($"{{ practice(status: {status}) {{ displayText }} }}");
        var picked = await site.PostGraphQlAsync($"{{ practice {{ cities {{ contentItems(status: {status}) {{ displayText }} }} }} }}");

        Assert.Equal("Unauthorized", list.GetProperty("errors")[0].GetProperty("extensions").GetProperty("number").GetString());
        Assert.DoesNotContain("draft", JsonSerializer.Serialize(picked), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Picked_drafts_are_shown_to_those_who_may_preview()
    {
        await using var site = await StartAsync();
        using var user = await site.SignInAsync("Previewer");

        var answer = await site.PostGraphQlAsync("{ practice(where: { displayText: \"V published\" }) { cities { published: contentItems { displayText } latest: contentItems(status: LATEST) { displayText } } } }", user: user);

        var cities = answer.GetProperty("data").GetProperty("practice")[0].GetProperty("cities");
        Assert.Equal("Ghent", GraphQlSite.Titles(cities.GetProperty("published")));
        Assert.Equal("Draft city, Ghent", GraphQlSite.Titles(cities.GetProperty("latest")));
    }

    private static Task<Site> StartAsync()
    {
        const string DraftCity = "40c1ty0draft000000000000b3";
        return Site.StartAsync([
            GraphQlRecipe.Definitions,
            GraphQlRecipe.OpenToVisitors,
            .. GraphQlRecipe.Items,
            Recipe.Content(GraphQlRecipe.AsDraft(Recipe.Item("City", DraftCity, "Draft city"))),
            Recipe.Content(
                GraphQlRecipe.Practice("40pract1ce0pvb000000000000", "V published", "2025-01-01", $$""" "Practice": { "Cities": { "ContentItemIds": ["{{DraftCity}}", "{{GraphQlRecipe.Ghent}}"] } } """),
                GraphQlRecipe.AsDraft(GraphQlRecipe.Practice("40pract1ce0draft0000000000", "V draft", "2025-01-01", """ "Practice": {} """))),
        ]);
    }
}
