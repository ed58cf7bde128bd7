using System.Text.Json;

namespace CityKnowledge.Cms.Tests.GraphQl;

public sealed class FieldTests(GraphQlSite cms) : IClassFixture<GraphQlSite>
{
    [Theory]
    [InlineData("summary", "\"Streets for bikes\"")]
    [InlineData("score", "4.5")]
    [InlineData("open", "true")]
    [InlineData("day", "\"2024-05-01\"")]
    [InlineData("at", "\"2024-05-01T08:00:00Z\"")]
    [InlineData("clock", "\"08:30:00\"")]
    [InlineData("tags", """["cycling","safety"]""")]
    [InlineData("website { url text target }", """{"url":"https://bikes.example","text":"Bikes","target":"_blank"}""")]
    [InlineData("place { latitude longitude }", """{"latitude":51.05,"longitude":3.72}""")]
    [InlineData("story { html }", """{"html":"<b>Bold</b>"}""")]
    [InlineData("notes { markdown html }", """{"markdown":"*slow*","html":"<p><em>slow</em></p>\n"}""")]
    [InlineData("photo { paths fileNames urls mediatexts files { fileName path url mediaText } }", """{"paths":["cities/bike street.jpg"],"fileNames":["bike street.jpg"],"urls":["/media/cities/bike%20street.jpg"],"mediatexts":["A street"],"files":[{"fileName":"bike street.jpg","path":"cities/bike street.jpg","url":"/media/cities/bike%20street.jpg","mediaText":"A street"}]}""")]
    [InlineData("cities { contentItemIds contentItems { displayText ... on City { population } } }", $$"""{"contentItemIds":["{{GraphQlRecipe.Bruges}}","{{GraphQlRecipe.Ghent}}"],"contentItems":[{"displayText":"Bruges","population":118284},{"displayText":"Ghent","population":265086}]}""")]
    [InlineData("cities { contentItems(first: 1) { displayText } }", """{"contentItems":[{"displayText":"Bruges"}]}""")]
    [InlineData("cities { contentItems(last: 1) { displayText } }", """{"contentItems":[{"displayText":"Ghent"}]}""")]
    [InlineData("cities { contentItemIds(skip: 1) }", $$"""{"contentItemIds":["{{GraphQlRecipe.Ghent}}"]}""")]
    [InlineData("topics { taxonomyContentItemId taxonomyContentItem { displayText } termContentItemIds(first: 1) termContentItems { displayText ... on Topic { code } } }", $$"""{"taxonomyContentItemId":"{{GraphQlRecipe.Topics}}","taxonomyContentItem":{"displayText":"Topics"},"termContentItemIds":["{{GraphQlRecipe.Air}}"],"termContentItems":[{"displayText":"Air","code":"air"},{"displayText":"Mobility","code":"mob"}]}""")]
    [InlineData("path", "\"practices/bike-streets\"")]
    [InlineData("alias { alias }", """{"alias":"bikes"}""")]
    [InlineData("htmlBody { html }", """{"html":"<p>Ride</p>"}""")]
    [InlineData("markdownBody { markdown html }", """{"markdown":"**Ride**","html":"<p><strong>Ride</strong></p>\n"}""")]
    [InlineData("seoMeta { pageTitle metaDescription customMetaTags { name content } defaultSocialImage { paths } }", """{"pageTitle":"Bikes first","metaDescription":null,"customMetaTags":[{"name":"robots","content":"index"}],"defaultSocialImage":{"paths":["a.jpg"]}}""")]
    public async Task A_field_or_part_is_read_in_its_form(string selection, string expected) =>
        Assert.Equal(expected, await ReadAsync("bike-streets", selection));

    [Theory]
    [InlineData("summary", "null")]
    [InlineData("score", "null")]
    [InlineData("website { url }", "null")]
    [InlineData("place { latitude }", "null")]
    [InlineData("tags", "[]")]
    [InlineData("cities { contentItemIds contentItems { displayText } }", """{"contentItemIds":[],"contentItems":[]}""")]
    [InlineData("topics { termContentItems { displayText } }", """{"termContentItems":[]}""")]
    [InlineData("photo { paths files { url } }", """{"paths":[],"files":[]}""")]
    [InlineData("htmlBody { html }", """{"html":null}""")]
    public async Task What_an_item_lacks_is_null_and_lists_are_empty(string selection, string expected) =>
        Assert.Equal(expected, await ReadAsync("empty-plot", selection));

    [Fact]
    public async Task Every_answer_is_plain_utf8_json_that_is_never_taken_for_a_page()
    {
        using var answer = await cms.Site.Visitor.GetAsync("/api/graphql?query=" + Uri.EscapeDataString("{ practice { htmlBody { html } } }"));

        Assert.Equal("application/json", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private async Task<string> ReadAsync(string path, string selection)
    {
        var data = await cms.AskAsync($$"""{ practice(where: { path: "practices/{{path}}" }) { {{selection}} } }""");
        return JsonSerializer.Serialize(data.GetProperty("practice")[0].EnumerateObject().Single().Value, Readable);
    }

    private static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
