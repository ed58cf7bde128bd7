using System.Net;

namespace CityKnowledge.Cms.Tests.Search;

public sealed class QueryLanguageTests(SearchSite shared) : IClassFixture<SearchSite>
{
    private const string Type = "\"Content.ContentItem.ContentType\"";

    [Theory]
    [InlineData("""{ "match_all": {} }""", "Bike streets, Bogotá, Bus lanes, Ghent, Secret plan, Tokyo 東京")]
    [InlineData("""{ "match": { "Content.ContentItem.FullText": "bogota" } }""", "Bogotá")]
    [InlineData("""{ "match": { "Content.ContentItem.FullText": { "query": "cars rapid", "operator": "and" } } }""", "")]
    [InlineData("""{ "match": { "Content.ContentItem.FullText": { "query": "cars rapid", "operator": "or" } } }""", "Bike streets, Bus lanes")]
    [InlineData("""{ "match": { "Content.ContentItem.FullText": { "query": "?!", "zero_terms_query": "all" } } }""", "Bike streets, Bogotá, Bus lanes, Ghent, Secret plan, Tokyo 東京")]
    [InlineData("""{ "match": { "Content.ContentItem.FullText": "strong b" } }""", "")]
    [InlineData("""{ "match_phrase": { "Content.ContentItem.FullText": "city of the future" } }""", "Bike streets")]
    [InlineData("""{ "match_phrase": { "Content.ContentItem.FullText": { "value": "guests future", "slop": 5 } } }""", "Bike streets")]
    [InlineData("""{ "term": { "Content.ContentItem.ContentType": "City" } }""", "Bogotá, Ghent, Tokyo 東京")]
    [InlineData("""{ "term": { "Practice.Open": { "value": true, "boost": 2 } } }""", "Bike streets, Bus lanes")]
    [InlineData("""{ "term": { "Practice.Cities": "40c1ty0ghent000000000000b1" } }""", "Bike streets")]
    [InlineData("""{ "term": { "Practice.Targets.Inherited": "40term011000000000000000aa" } }""", "Bike streets, Bus lanes")]
    [InlineData("""{ "term": { "Practice.Targets.Ids": "40term011000000000000000aa" } }""", "")]
    [InlineData("""{ "term": { "Practice.Tags.keyword": "Streets" } }""", "Bike streets, Bus lanes")]
    [InlineData("""{ "term": { "City.Joined": "20210501000000" } }""", "Bogotá, Ghent, Tokyo 東京")]
    [InlineData("""{ "terms": { "City.Population": [265086, 37400068] } }""", "Ghent, Tokyo 東京")]
    [InlineData("""{ "prefix": { "Content.ContentItem.FullText": "cycl" } }""", "Ghent, Secret plan")]
    [InlineData("""{ "wildcard": { "Content.ContentItem.FullText": "*anal?" } }""", "Ghent")]
    [InlineData("""{ "regexp": { "Content.ContentItem.DisplayText.keyword": "B(ike|us) .*" } }""", "Bike streets, Bus lanes")]
    [InlineData("""{ "fuzzy": { "Content.ContentItem.FullText": { "value": "gihent", "fuzziness": 1 } } }""", "Ghent")]
    [InlineData("""{ "range": { "City.Population": { "gte": 7412566 } } }""", "Bogotá, Tokyo 東京")]
    [InlineData("""{ "range": { "City.Population": { "gt": 265086, "lt": 37400068 } } }""", "Bogotá")]
    [InlineData("""{ "range": { "Practice.Score": { "lt": 3 } } }""", "Bus lanes")]
    [InlineData("""{ "range": { "City.Joined": { "gte": "2021-01-01", "lt": "2021-06-01T00:00:00Z" } } }""", "Bogotá, Ghent, Tokyo 東京")]
    [InlineData("""{ "range": { "City.Joined": { "gt": "20220101000000" } } }""", "")]
    [InlineData("""{ "bool": { "filter": [ { "term": { "Content.ContentItem.ContentType": "Practice" } } ], "must": { "match": { "Content.ContentItem.FullText": "rapid" } } } }""", "Bus lanes")]
    [InlineData("""{ "bool": { "filter": { "term": { "Content.ContentItem.ContentType": "Practice" } }, "must_not": [ { "match": { "Content.ContentItem.FullText": "rapid" } } ] } }""", "Bike streets")]
    [InlineData("""{ "bool": { "mustnot": { "term": { "Content.ContentItem.ContentType": "City" } } } }""", "Bike streets, Bus lanes, Secret plan")]
    [InlineData("""{ "bool": { "should": [ { "term": { "City.Population": 265086 } }, { "term": { "City.Country.Ids": "40term0jp00000000000000000" } } ], "minimum_should_match": 1 } }""", "Ghent, Tokyo 東京")]
    [InlineData("""{ "query_string": { "query": "rapid OR canals", "default_field": "Content.ContentItem.FullText" } }""", "Bus lanes, Ghent")]
    [InlineData("""{ "simple_query_string": { "query": "cycling -secret", "fields": ["Content.ContentItem.FullText^2"], "default_operator": "and" } }""", "Ghent")]
    [InlineData("""{ "bool": { "filter": { "geo_distance": { "distance": "100km", "City.Location": { "lat": 51.2, "lon": 4.4 } } } } }""", "Ghent")]
    [InlineData("""{ "geo_bounding_box": { "City.Location": { "top_left": "60,100", "bottom_right": [-60, -10] } } }""", "Bogotá, Tokyo 東京")]
    public async Task A_clause_finds_what_it_says(string query, string titles) =>
        Assert.Equal(titles, await shared.TitlesAsync($$"""{ "query": {{query}}, "sort": "Content.ContentItem.DisplayText.Normalized", "size": 50 }"""));

    [Theory]
    [InlineData("""{ "City.Population": { "order": "desc" } }""", "Tokyo 東京, Bogotá, Ghent")]
    [InlineData("""[ "Content.ContentItem.ContentType", { "City.Population": "asc" } ]""", "Ghent, Bogotá, Tokyo 東京")]
    public async Task Hits_come_in_the_order_asked_for(string sort, string titles) =>
        Assert.Equal(titles, await shared.TitlesAsync($$"""{ "query": { "term": { {{Type}}: "City" } }, "sort": {{sort}} }"""));

    [Fact]
    public async Task A_page_of_hits_tells_how_many_there_are()
    {
        await shared.Site.WaitForSearchAsync();
        var answer = await shared.Site.QueryAsync($$"""{ "query": { "term": { {{Type}}: "City" } }, "sort": "City.Population", "from": 1, "size": 1 }""", await shared.Site.SignInAsync("Program"));

        Assert.Equal("Bogotá", Searching.Titles(answer));
        Assert.Equal(3, answer.GetProperty("count").GetInt32());
    }

    [Theory]
    [InlineData("nonsense", "is no JSON")]
    [InlineData("{}", "'query' is missing")]
    [InlineData("""{ "query": { "foo": {} } }""", "there is no clause 'foo'")]
    [InlineData("""{ "query": { "bool": { "most": [] } } }""", "query.bool.most: unknown member")]
    [InlineData("""{ "query": { "bool": { "must": [ { "range": { "City.Population": { "gt": "many" } } } ] } } }""", "query.bool.must[0].range.City.Population")]
    [InlineData("""{ "query": { "match_all": {} }, "size": 1001 }""", "size: expected a whole number from 0 to 1000")]
    [InlineData("""{ "query": { "match_all": {} }, "from": 10000, "size": 10 }""", "may be at most 10000")]
    [InlineData("""{ "query": { "query_string": { "query": "a AND (" } } }""", "is not in Lucene")]
    [InlineData("""{ "query": { "regexp": { "City.Name": "a(" } } }""", "is no regular expression")]
    [InlineData("""{ "query": { "regexp": { "City.Name": "((a{100}){100}){100}" } } }""", "repeats its parts")]
    public async Task A_wrong_query_is_refused_with_its_place(string query, string message)
    {
        await shared.Site.WaitForSearchAsync();
        using var program = await shared.Site.SignInAsync("Program");
        using var answer = await program.GetAsync($"/api/lucene/content?indexName=Knowledge&query={Uri.EscapeDataString(query)}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(message, System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deep_and_long_queries_are_refused_and_the_site_lives()
    {
        await shared.Site.WaitForSearchAsync();
        using var program = await shared.Site.SignInAsync("Program");
        var deep = string.Concat(Enumerable.Repeat("""{"bool":{"must":""", 60)) + """{"match_all":{}}""" + new string('}', 120);
        foreach (var query in new[] { $$"""{"query":{{deep}}}""", $$"""{"query":{"query_string":{"query":"{{new string('(', 1500)}}" } } }""", new string('[', 200_000) })
        {
            using var posted = await program.PostAsync("/api/lucene/content", new StringContent(System.Text.Json.JsonSerializer.Serialize(new { indexName = "Knowledge", query }), null, "application/json"));
            Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
        }

        Assert.Equal("Ghent", await shared.TitlesAsync(Searching.Match("canals")));
    }
}
