namespace CityKnowledge.Cms.Tests.GraphQl;

public sealed class FilterTests(GraphQlSite cms) : IClassFixture<GraphQlSite>
{
    private const string All = "Bike streets, Empty plot, Tram line";

    [Theory]
    // Text: every operator.
    [InlineData("""summary: "streets FOR bikes" """, "Bike streets")]
    [InlineData("""summary_not: "Streets for bikes" """, "Empty plot, Tram line")]
    [InlineData("""summary_in: ["Streets for bikes", "100% electric"]""", "Bike streets, Tram line")]
    [InlineData("""summary_not_in: ["Streets for bikes", "100% electric"]""", "Empty plot")]
    [InlineData("""summary_contains: "for" """, "Bike streets")]
    [InlineData("""summary_contains: "%" """, "Tram line")]
    [InlineData("""summary_not_contains: "for" """, "Empty plot, Tram line")]
    [InlineData("""summary_starts_with: "100" """, "Tram line")]
    [InlineData("""summary_not_starts_with: "100" """, "Bike streets, Empty plot")]
    [InlineData("""summary_ends_with: "bikes" """, "Bike streets")]
    [InlineData("""summary_not_ends_with: "bikes" """, "Empty plot, Tram line")]
    // Numbers: a value in one field is never found through another.
    [InlineData("score: 4.5", "Bike streets")]
    [InlineData("score_not: 4.5", "Empty plot, Tram line")]
    [InlineData("score_in: [1, 2]", "Tram line")]
    [InlineData("score_not_in: [1, 2]", "Bike streets, Empty plot")]
    [InlineData("score_gt: 1", "Bike streets")]
    [InlineData("score_gte: 1", "Bike streets, Tram line")]
    [InlineData("score_lt: 4.5", "Tram line")]
    [InlineData("score_lte: 4.5", "Bike streets, Tram line")]
    [InlineData("score_gt: 1, cost_lt: 2", "Bike streets")]
    [InlineData("NOT: { score_gt: 1 }", "Empty plot, Tram line")]
    // Flags, days, moments, times.
    [InlineData("open: true", "Bike streets")]
    [InlineData("open_not: true", "Empty plot, Tram line")]
    [InlineData("""day: "2024-05-01" """, "Bike streets")]
    [InlineData("""day_lt: "2024-01-01" """, "Tram line")]
    [InlineData("""day_in: ["2024-05-01", "2023-01-15"]""", "Bike streets, Tram line")]
    [InlineData("""at: "2024-05-01T08:00:00Z" """, "Bike streets")]
    [InlineData("""at: "2024-05-01T10:00:00+02:00" """, "Bike streets")]
    [InlineData("""at_gt: "2024-05-01T08:00:00Z" """, "Tram line")]
    [InlineData("""at_not_in: ["2024-05-01T08:00:00Z"]""", "Empty plot, Tram line")]
    [InlineData("""clock: "08:30:00" """, "Bike streets")]
    [InlineData("""clock_gte: "12:00:00" """, "Tram line")]
    // Lists of texts, fields of several members, relations.
    [InlineData("""tags: "safety" """, "Bike streets")]
    [InlineData("""tags_not: "safety" """, "Empty plot, Tram line")]
    [InlineData("""tags_contains: "ail" """, "Tram line")]
    [InlineData("""tags_in: ["rail", "cycling"]""", "Bike streets, Tram line")]
    [InlineData("""website: { url_starts_with: "https://tram" }""", "Tram line")]
    [InlineData("""website: { text: "Bikes" }""", "Bike streets")]
    [InlineData("place: { latitude_gt: 50, longitude_lt: 4 }", "Bike streets")]
    [InlineData($$"""cities: { contentItemIds: "{{GraphQlRecipe.Bruges}}" }""", "Bike streets")]
    [InlineData($$"""cities: { contentItemIds_in: ["{{GraphQlRecipe.Bruges}}", "{{GraphQlRecipe.Ghent}}"] }""", "Bike streets, Tram line")]
    [InlineData($$"""cities: { contentItemIds_not: "{{GraphQlRecipe.Bruges}}" }""", "Empty plot, Tram line")]
    [InlineData($$"""topics: { termContentItemIds: "{{GraphQlRecipe.Air}}" }""", "Bike streets")]
    [InlineData($$"""topics: { termContentItemIds_not_in: ["{{GraphQlRecipe.Air}}"] }""", "Empty plot, Tram line")]
    // Columns and parts.
    [InlineData("""displayText_starts_with: "bike" """, "Bike streets")]
    [InlineData("""displayText_contains: "PLOT" """, "Empty plot")]
    [InlineData("""displayText_not_in: ["Bike streets", "Tram line"]""", "Empty plot")]
    [InlineData("""createdUtc_gt: "2025-01-15T00:00:00Z" """, "Bike streets, Empty plot")]
    [InlineData($$"""contentItemId: "{{GraphQlRecipe.TramLine}}" """, "Tram line")]
    [InlineData($$"""contentItemId_not_in: ["{{GraphQlRecipe.TramLine}}"]""", "Bike streets, Empty plot")]
    [InlineData("""path: "practices/bike-streets" """, "Bike streets")]
    [InlineData("""path: "/Practices/Bike-Streets" """, "Bike streets")]
    [InlineData("""path_starts_with: "practices/", path_not_ends_with: "plot" """, "Bike streets, Tram line")]
    [InlineData("""alias: { alias: "BIKES" }""", "Bike streets")]
    [InlineData("""alias: { alias_in: ["tram", "empty"] }""", "Empty plot, Tram line")]
    public async Task A_filter_finds_what_fits(string where, string expected) =>
        Assert.Equal(expected, await cms.TitlesAsync($"practice(where: {{ {where} }}, orderBy: {{ displayText: ASC }})"));

    [Theory]
    [InlineData("""OR: [{ displayText: "Tram line" }, { displayText: "Empty plot" }]""", "Empty plot, Tram line")]
    // As documented: every member of every object in OR is an alternative of its own.
    [InlineData("""OR: [{ displayText: "Tram line", score: 4.5 }, { displayText: "nothing" }]""", "Bike streets, Tram line")]
    [InlineData("""OR: [{ AND: [{ displayText: "Tram line", score: 4.5 }] }, { displayText: "Empty plot" }]""", "Empty plot")]
    [InlineData("""OR: { place: { latitude_gt: 50, longitude_gt: 10 } }""", "Bike streets, Tram line")]
    [InlineData("""NOT: { displayText: "Tram line" }""", "Bike streets, Empty plot")]
    [InlineData("""NOT: { displayText: "Tram line", score: 4.5 }""", All)]
    [InlineData("""AND: [{ score_gt: 0 }, { score_lt: 2 }]""", "Tram line")]
    [InlineData("""OR: [{ NOT: { open: true } }, { summary_contains: "bikes" }], displayText_not: "Empty plot" """, "Bike streets, Tram line")]
    public async Task Conditions_are_joined_as_documented(string where, string expected) =>
        Assert.Equal(expected, await cms.TitlesAsync($"practice(where: {{ {where} }}, orderBy: {{ displayText: ASC }})"));

    [Theory]
    [InlineData("displayText: null")]
    [InlineData("displayText: $v")]
    [InlineData("OR: null, AND: null, NOT: null")]
    [InlineData("OR: [], AND: [], NOT: []")]
    [InlineData("NOT: { displayText: null }")]
    [InlineData("website: null, summary_in: null")]
    [InlineData("OR: [{ displayText: null }]")]
    public async Task Null_and_empty_members_are_left_out(string where)
    {
        var data = await cms.AskAsync($"query($v: String) {{ practice(where: {{ contentItemId_not: $v, {where} }}, orderBy: {{ displayText: ASC }}) {{ displayText }} }}");

        Assert.Equal(All, GraphQlSite.Titles(data.GetProperty("practice")));
    }

    [Theory]
    [InlineData("price: { amount_gt: 10 }", "City fair, Night walk")]
    [InlineData("""sku_starts_with: "SKU" """, "Bike fair, City fair")]
    [InlineData("""metadataCode: "three" """, "Night walk")]
    [InlineData("""starts_gte: "2025-02-10T10:00:00Z" """, "City fair, Night walk")]
    [InlineData("""AND: { OR: { price: { amount: 25 }, metadataCode: "two" }, displayText_ends_with: "fair" }, createdUtc_gt: "2024-01-01T00:00:00Z" """, "Bike fair, City fair")]
    [InlineData($$"""contained: { listContentItemId: "{{GraphQlRecipe.Ghent}}" }""", "Bike fair, City fair, Night walk")]
    [InlineData($$"""contained: { listContentItemId: "{{GraphQlRecipe.Bruges}}" }""", "")]
    public async Task Parts_are_filtered_in_their_object_or_on_the_type(string where, string expected) =>
        Assert.Equal(expected, await cms.TitlesAsync($"event(where: {{ {where} }}, orderBy: {{ displayText: ASC }})"));

    [Fact]
    public async Task Fields_of_the_same_name_on_two_types_are_filtered_each_in_its_kind()
    {
        Assert.Equal("Seven", await cms.TitlesAsync("numbered(where: { value_gt: 6 })"));
        Assert.Equal("Seven too", await cms.TitlesAsync("""texted(where: { value_starts_with: "7" })"""));
    }

    [Fact]
    public async Task An_id_may_come_as_a_variable_of_type_text_or_id()
    {
        foreach (var type in (string[])["String", "ID", "String!", "ID!"])
        {
            var data = await cms.AskAsync($"query($id: {type}) {{ practice(where: {{ contentItemId: $id }}) {{ displayText }} }}", new { id = GraphQlRecipe.TramLine });
            Assert.Equal("Tram line", GraphQlSite.Titles(data.GetProperty("practice")));
        }
    }

    [Fact]
    public async Task A_whole_filter_may_come_as_a_variable()
    {
        var where = new Dictionary<string, object> { ["OR"] = new object[] { new { score = 1 }, new { displayText_starts_with = "Empty" } } };

        var data = await cms.AskAsync("query($w: PracticeWhereInput) { practice(where: $w, orderBy: { displayText: ASC }) { displayText } }", new { w = where });

        Assert.Equal("Empty plot, Tram line", GraphQlSite.Titles(data.GetProperty("practice")));
    }
}
