using System.Text.Json;

namespace CityKnowledge.Cms.Tests.GraphQl;

public sealed class ListTests(GraphQlSite cms) : IClassFixture<GraphQlSite>
{
    [Fact]
    public async Task A_type_lists_its_published_items_newest_first() =>
        Assert.Equal("Empty plot, Bike streets, Tram line", await cms.TitlesAsync("practice"));

    [Fact]
    public async Task A_part_of_the_list_is_asked_for_with_first_and_skip()
    {
        Assert.Equal("Bike streets", await cms.TitlesAsync("practice(first: 1, skip: 1)"));
        Assert.Equal("Empty plot, Bike streets, Tram line", await cms.TitlesAsync("practice(first: 0)"));
    }

    [Theory]
    [InlineData("createdUtc: ASC", "Tram line, Bike streets, Empty plot")]
    [InlineData("createdUtc: DESC", "Empty plot, Bike streets, Tram line")]
    [InlineData("displayText: ASC", "Bike streets, Empty plot, Tram line")]
    [InlineData("contentItemId: DESC", "Tram line, Empty plot, Bike streets")]
    [InlineData("score: DESC", "Bike streets, Tram line, Empty plot")]
    [InlineData("cost: DESC", "Tram line, Bike streets, Empty plot")]
    [InlineData("summary: DESC", "Bike streets, Tram line, Empty plot")]
    [InlineData("at: DESC", "Tram line, Bike streets, Empty plot")]
    [InlineData("clock: DESC", "Tram line, Bike streets, Empty plot")]
    [InlineData("day: DESC", "Bike streets, Tram line, Empty plot")]
    [InlineData("open: DESC, displayText: ASC", "Bike streets, Tram line, Empty plot")]
    [InlineData("place: { latitude: DESC }", "Bike streets, Tram line, Empty plot")]
    [InlineData("website: { url: DESC }", "Tram line, Bike streets, Empty plot")]
    public async Task Lists_are_sorted_by_columns_and_by_fields(string orderBy, string expected) =>
        Assert.Equal(expected, await cms.TitlesAsync($"practice(orderBy: {{ {orderBy} }})"));

    [Fact]
    public async Task Several_sort_keys_apply_in_the_order_in_which_they_are_written()
    {
        Assert.Equal("Tram line, Bike streets, Empty plot", await cms.TitlesAsync("practice(orderBy: { published: ASC, modifiedUtc: DESC, contentItemId: DESC })"
            .Replace("contentItemId: DESC", "createdUtc: ASC", StringComparison.Ordinal)));
        var variables = new { order = new Dictionary<string, string> { ["latest"] = "ASC", ["displayText"] = "DESC", ["author"] = "ASC" } };

        var data = await cms.AskAsync("query($order: PracticeOrderByInput) { practice(orderBy: $order) { displayText } }", variables);

        Assert.Equal("Tram line, Empty plot, Bike streets", GraphQlSite.Titles(data.GetProperty("practice")));
    }

    [Fact]
    public async Task Parts_of_their_own_are_sorted_through_their_object() =>
        Assert.Equal("Bike fair, Night walk, City fair", await cms.TitlesAsync("event(orderBy: { price: { amount: ASC } })"));

    [Fact]
    public async Task An_item_is_found_by_its_id_whatever_its_type()
    {
        var data = await cms.AskAsync($$"""{ contentItem(contentItemId: "{{GraphQlRecipe.Ghent}}") { __typename displayText ... on City { population } } }""");

        var item = data.GetProperty("contentItem");
        Assert.Equal("City", item.GetProperty("__typename").GetString());
        Assert.Equal(265086, item.GetProperty("population").GetInt32());
    }

    [Fact]
    public async Task An_unknown_id_gives_null()
    {
        var data = await cms.AskAsync("""{ contentItem(contentItemId: "nobody") { displayText } me { userName } }""");

        Assert.Equal(JsonValueKind.Null, data.GetProperty("contentItem").ValueKind);
        Assert.Equal(JsonValueKind.Null, data.GetProperty("me").ValueKind);
    }

    [Fact]
    public async Task A_signed_in_user_is_told_who_they_are()
    {
        using var user = await cms.Site.SignInAsync();

        var answer = await cms.Site.PostGraphQlAsync("{ me { userId userName email phoneNumber } }", user: user);

        Assert.Equal(26, answer.GetProperty("data").GetProperty("me").GetProperty("userId").GetString()!.Length);
    }

    [Fact]
    public async Task The_common_members_of_an_item_are_read()
    {
        var data = await cms.AskAsync($$"""
            { practice(where: { contentItemId: "{{GraphQlRecipe.TramLine}}" }) { contentItemId contentItemVersionId contentType published latest createdUtc modifiedUtc publishedUtc owner author } }
            """);

        var item = data.GetProperty("practice")[0];
        Assert.Equal(GraphQlRecipe.TramLine, item.GetProperty("contentItemId").GetString());
        Assert.Equal("Practice", item.GetProperty("contentType").GetString());
        Assert.True(item.GetProperty("published").GetBoolean());
        Assert.Equal("2025-01-01T09:00:00Z", item.GetProperty("createdUtc").GetString());
    }
}
