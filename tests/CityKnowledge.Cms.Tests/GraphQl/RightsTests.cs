using System.Net;
using System.Text.Json;

namespace CityKnowledge.Cms.Tests.GraphQl;

public sealed class RightsTests(ClosedSite cms) : IClassFixture<ClosedSite>
{
    private const string Practices = "{ practice(orderBy: { displayText: ASC }) { displayText } }";

    [Fact]
    public async Task Without_the_right_to_run_queries_the_answer_is_401_with_an_empty_body()
    {
        using var answer = await cms.Site.Visitor.GetAsync("/api/graphql?query={me{userId}}");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(Practices)]
    [InlineData("{ ...Q } fragment Q on Query { x: practice { displayText } }")]
    [InlineData("""{ practice(where: { summary_contains: "a" }, orderBy: { score: ASC }) { displayText } }""")]
    [InlineData("mutation { practice { displayText } }")]
    public async Task Without_the_right_to_view_the_type_the_query_is_refused(string query)
    {
        using var user = await cms.Site.SignInAsync("Caller");

        using var answer = await user.GetAsync("/api/graphql?query=" + Uri.EscapeDataString(query));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("Unauthorized", body.GetProperty("errors")[0].GetProperty("extensions").GetProperty("number").GetString());
        Assert.False(body.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task A_right_to_one_type_shows_that_type_and_nothing_else()
    {
        using var user = await cms.Site.SignInAsync("Caller", "PracticeReader");

        var answer = await cms.Site.PostGraphQlAsync(
            "{ practice(where: { displayText: \"Bike streets\" }) { displayText cities { contentItems { displayText } } topics { taxonomyContentItem { displayText } termContentItems { displayText } } } }", user: user);

        var item = answer.GetProperty("data").GetProperty("practice")[0];
        Assert.Equal("Bike streets", item.GetProperty("displayText").GetString());
        Assert.Equal(0, item.GetProperty("cities").GetProperty("contentItems").GetArrayLength());
        Assert.Equal(0, item.GetProperty("topics").GetProperty("termContentItems").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("topics").GetProperty("taxonomyContentItem").ValueKind);
    }

    [Fact]
    public async Task A_list_and_the_way_back_to_it_hide_what_may_not_be_viewed()
    {
        using var cities = await cms.Site.SignInAsync("Caller", "CityReader");
        using var events = await cms.Site.SignInAsync("Caller", "EventReader");

        var list = await cms.Site.PostGraphQlAsync("{ city { list { contentItems { displayText } } } }", user: cities);
        var back = await cms.Site.PostGraphQlAsync("{ event { city { listContentItem { displayText } } } }", user: events);

        Assert.All(list.GetProperty("data").GetProperty("city").EnumerateArray(), city => Assert.Equal(0, city.GetProperty("list").GetProperty("contentItems").GetArrayLength()));
        Assert.All(back.GetProperty("data").GetProperty("event").EnumerateArray(), one => Assert.Equal(JsonValueKind.Null, one.GetProperty("city").GetProperty("listContentItem").ValueKind));
    }

    [Fact]
    public async Task Who_may_view_only_their_own_items_sees_only_those()
    {
        using var owner = await cms.Site.SignInAsync("Caller", "OwnReader");
        using var other = await cms.Site.SignInAsync("Caller", "OwnReader");
        await cms.Site.RunStepsAsync(Recipe.Content(GraphQlRecipe.Practice("40pract1ce0own000000000000", "Own practice", "2025-04-01", """ "AutoroutePart": { "Path": "own" } """, await IdOfAsync(owner))));

        var own = await cms.Site.PostGraphQlAsync(Practices, user: owner);
        var others = await cms.Site.PostGraphQlAsync(Practices, user: other);
        var byId = await cms.Site.PostGraphQlAsync("""{ practice(where: { path: "own" }) { displayText } contentItem(contentItemId: "40pract1ce0own000000000000") { displayText } }""", user: other);

        Assert.Equal("Own practice", GraphQlSite.Titles(own.GetProperty("data").GetProperty("practice")));
        Assert.Equal(0, others.GetProperty("data").GetProperty("practice").GetArrayLength());
        Assert.False(others.TryGetProperty("errors", out _));
        Assert.Equal("""{"practice":[],"contentItem":null}""", JsonSerializer.Serialize(byId.GetProperty("data")));
    }

    [Fact]
    public async Task An_item_by_id_needs_the_right_to_view_it()
    {
        using var user = await cms.Site.SignInAsync("Caller");

        var answer = await cms.Site.PostGraphQlAsync($$"""{ contentItem(contentItemId: "{{GraphQlRecipe.TramLine}}") { displayText } }""", user: user);

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("contentItem").ValueKind);
    }

    private async Task<string> IdOfAsync(HttpClient user)
    {
        var me = await cms.Site.PostGraphQlAsync("{ me { userId } }", user: user);
        return me.GetProperty("data").GetProperty("me").GetProperty("userId").GetString()!;
    }
}

/// <summary>The same content, but visitors have no rights and roles have one each.</summary>
public sealed class ClosedSite : SharedSite
{
    private const string Roles = """
        { "name": "Roles", "Roles": [
          { "Name": "Anonymous", "Description": "", "Permissions": [] },
          { "Name": "Authenticated", "Description": "", "Permissions": [] },
          { "Name": "Caller", "Description": "", "Permissions": ["ExecuteGraphQL"] },
          { "Name": "PracticeReader", "Description": "", "Permissions": ["View_Practice"] },
          { "Name": "CityReader", "Description": "", "Permissions": ["View_City"] },
          { "Name": "EventReader", "Description": "", "Permissions": ["View_Event"] },
          { "Name": "OwnReader", "Description": "", "Permissions": ["ViewOwn_Practice"] } ] }
        """;

    private protected override SiteSetup Setup => SiteSetup.Of([GraphQlRecipe.Definitions, Roles, .. GraphQlRecipe.Items]);
}
