using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CityKnowledge.Cms.Tests.Search;

public sealed class QueryApiTests(SearchSite shared) : IClassFixture<SearchSite>
{
    [Fact]
    public async Task A_stored_query_runs_with_its_parameters()
    {
        var answer = await RunAsync("CitiesByName", """{"size":2}""", "Program");

        Assert.Equal("Bogotá, Ghent", Searching.Titles(answer));
        Assert.Equal(3, answer.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_stored_query_without_permission_is_not_found()
    {
        using var program = await shared.Site.SignInAsync("Program");

        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/api/queries/ByWord")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync("/api/queries/Nothing")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await shared.Site.Visitor.GetAsync("/api/queries/CitiesByName")).StatusCode);
    }

    [Fact]
    public async Task A_parameter_cannot_leave_its_quotes()
    {
        var answer = await RunAsync("ByWord", """{"word":"x\"}},\"query\":{\"match_all\":{}},\"a\":{\"b\":{\"c\":\""}""", "Insider");

        Assert.Equal(0, answer.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task Parameters_may_be_posted()
    {
        await shared.Site.WaitForSearchAsync();
        using var program = await shared.Site.SignInAsync("Insider");
        using var answer = await program.PostAsJsonAsync("/api/queries/ByWord", new { word = "canals" });

        Assert.Equal("Ghent", Searching.Titles(await answer.Content.ReadFromJsonAsync<JsonElement>()));
    }

    [Fact]
    public async Task A_query_may_give_stored_fields()
    {
        var row = (await RunAsync("Rows", "{}", "Insider")).GetProperty("items")[0];

        Assert.Equal("Practice", row.GetProperty("Content.ContentItem.ContentType").GetString());
    }

    [Fact]
    public async Task Visitors_may_not_query_the_index()
    {
        using var answer = await shared.Site.Visitor.GetAsync("/api/lucene/content?indexName=Knowledge&query=x");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task An_unknown_index_has_no_items()
    {
        using var program = await shared.Site.SignInAsync("Program");

        Assert.Equal("""{"items":null,"count":0}""", await shared.Site.GetAsync("/api/lucene/content?indexName=Nothing&query=x", program));
    }

    [Fact]
    public async Task Content_that_the_caller_may_not_view_is_neither_given_nor_counted()
    {
        await shared.Site.WaitForSearchAsync();
        const string Everything = """{ "query": { "match_all": {} }, "size": 50 }""";

        var seen = await shared.Site.QueryAsync(Everything, await shared.Site.SignInAsync("Program"));
        var all = await shared.Site.QueryAsync(Everything, await shared.Site.SignInAsync("Insider"));

        Assert.DoesNotContain("Secret", Searching.Titles(seen), StringComparison.Ordinal);
        Assert.Equal(5, seen.GetProperty("count").GetInt32());
        Assert.Equal(6, all.GetProperty("count").GetInt32());
    }

    private async Task<JsonElement> RunAsync(string name, string parameters, string role)
    {
        await shared.Site.WaitForSearchAsync();
        using var program = await shared.Site.SignInAsync(role);
        return JsonDocument.Parse(await shared.Site.GetAsync($"/api/queries/{name}?parameters={Uri.EscapeDataString(parameters)}", program)).RootElement;
    }
}
