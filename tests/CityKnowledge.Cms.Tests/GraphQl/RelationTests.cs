using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Tests.GraphQl;

public sealed class RelationTests(GraphQlSite cms) : IClassFixture<GraphQlSite>
{
    [Fact]
    public async Task A_list_shows_its_items_in_their_order()
    {
        var data = await cms.AskAsync("""{ city(orderBy: { displayText: ASC }) { displayText list { contentItems { displayText ... on Event { sku } } } } }""");

        Assert.Equal("", GraphQlSite.Titles(data.GetProperty("city")[0].GetProperty("list").GetProperty("contentItems")));
        Assert.Equal("Bike fair, Night walk, City fair", GraphQlSite.Titles(data.GetProperty("city")[1].GetProperty("list").GetProperty("contentItems")));
    }

    [Fact]
    public async Task Two_aliases_of_a_list_give_each_its_own_page()
    {
        var data = await cms.AskAsync("""
            { city(where: { displayText: "Ghent" }) { list { start: contentItems(first: 1) { displayText } rest: contentItems(first: 5, skip: 1) { displayText } } } }
            """);

        var list = data.GetProperty("city")[0].GetProperty("list");
        Assert.Equal("Bike fair", GraphQlSite.Titles(list.GetProperty("start")));
        Assert.Equal("Night walk, City fair", GraphQlSite.Titles(list.GetProperty("rest")));
    }

    [Fact]
    public async Task An_item_in_a_list_shows_the_list_under_the_name_of_its_type()
    {
        var data = await cms.AskAsync("""
            { event(where: { displayText: "City fair" }) { city { listContentItemId listContentType order listContentItem { displayText ... on City { population list { contentItems(first: 1) { displayText } } } } } } }
            """);

        var city = data.GetProperty("event")[0].GetProperty("city");
        Assert.Equal(GraphQlRecipe.Ghent, city.GetProperty("listContentItemId").GetString());
        Assert.Equal("City", city.GetProperty("listContentType").GetString());
        Assert.Equal(2, city.GetProperty("order").GetInt32());
        Assert.Equal("Bike fair", GraphQlSite.Titles(city.GetProperty("listContentItem").GetProperty("list").GetProperty("contentItems")));
    }

    [Fact]
    public async Task A_taxonomy_shows_its_terms_and_a_term_those_below_it()
    {
        var data = await cms.AskAsync("""
            { taxonomy(where: { alias: { alias: "topics" } }) { taxonomy { termContentType contentItems { displayText ... on Topic { term { taxonomyContentItemId contentItems { displayText } } } } } } }
            """);

        var top = data.GetProperty("taxonomy")[0].GetProperty("taxonomy").GetProperty("contentItems")[0];
        Assert.Equal("Mobility", top.GetProperty("displayText").GetString());
        Assert.Equal("Air", GraphQlSite.Titles(top.GetProperty("term").GetProperty("contentItems")));
    }

    [Fact]
    public async Task Items_of_a_hidden_type_are_shown_only_by_what_every_item_has()
    {
        var data = await cms.AskAsync("""{ contentItem(contentItemId: "40secret00000000000000000a") { __typename displayText } }""");

        Assert.Equal("ContentItemType", data.GetProperty("contentItem").GetProperty("__typename").GetString());
    }

    [Fact]
    public async Task What_fields_point_to_is_read_from_memory_or_at_once()
    {
        await using var site = await Site.StartAsync([GraphQlRecipe.Definitions, GraphQlRecipe.OpenToVisitors, .. GraphQlRecipe.Items]);
        await site.RestartAsync();
        Assert.False(site.Get<ContentReader>().TryFindCached(GraphQlRecipe.Ghent, out _));

        var cold = await site.PostGraphQlAsync("{ practice { cities { contentItems { displayText } } topics { termContentItems { displayText } } } }");
        var warm = await site.PostGraphQlAsync("{ practice { cities { contentItems { displayText } } topics { termContentItems { displayText } } } }");

        Assert.Equal("Bruges, Ghent", GraphQlSite.Titles(cold.GetProperty("data").GetProperty("practice")[1].GetProperty("cities").GetProperty("contentItems")));
        Assert.Equal(JsonSerializer.Serialize(cold), JsonSerializer.Serialize(warm));
    }
}
