using System.Net;
using System.Text;

namespace CityKnowledge.Cms.Tests.GraphQl;

public sealed class RequestTests(GraphQlSite cms) : IClassFixture<GraphQlSite>
{
    private const string Query = "query Some($n: Int) { practice(first: $n) { displayText } }";
    private const string Unreadable = """{"errors":[{"message":"An error occurred while processing the GraphQL query"}]}""";

    [Fact]
    public async Task A_query_is_taken_as_json_as_text_and_from_the_address()
    {
        var json = await SendAsync(HttpMethod.Post, "", "application/json; charset=utf-8", """{ "query": "{ practice { displayText } }" }""");
        var text = await SendAsync(HttpMethod.Post, "", "application/graphql", "{ practice { displayText } }");
        var address = await SendAsync(HttpMethod.Get, "?query=" + Uri.EscapeDataString("{ practice { displayText } }"));
        var form = await SendAsync(HttpMethod.Post, "?query=" + Uri.EscapeDataString("{ practice { displayText } }"), "text/plain", "ignored");

        Assert.Equal((HttpStatusCode.OK, """{"data":{"practice":[{"displayText":"Empty plot"},{"displayText":"Bike streets"},{"displayText":"Tram line"}]}}"""), json);
        Assert.Equal(json, text);
        Assert.Equal(json, address);
        Assert.Equal(json, form);
    }

    [Fact]
    public async Task Variables_and_the_name_of_the_operation_come_along()
    {
        var two = Query + " query Other { city { displayText } }";
        var address = await SendAsync(HttpMethod.Get, $"?query={Uri.EscapeDataString(two)}&variables={Uri.EscapeDataString("""{"n":1}""")}&operationName=Some");
        var unnamed = await SendAsync(HttpMethod.Get, $"?query={Uri.EscapeDataString(two)}");

        Assert.Equal((HttpStatusCode.OK, """{"data":{"practice":[{"displayText":"Empty plot"}]}}"""), address);
        Assert.Equal(HttpStatusCode.BadRequest, unnamed.Status);
        Assert.Contains("operationName", unnamed.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"query\": ")]
    [InlineData("{ \"query\": 3 }")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("""{ "query": "" }""")]
    public async Task A_body_that_is_no_request_answers_400_with_one_message(string body) =>
        Assert.Equal((HttpStatusCode.BadRequest, Unreadable), await SendAsync(HttpMethod.Post, "", "application/json", body));

    [Fact]
    public async Task Other_verbs_and_missing_queries_answer_400_with_the_same_message()
    {
        Assert.Equal((HttpStatusCode.BadRequest, Unreadable), await SendAsync(HttpMethod.Put, "", "application/json", "{}"));
        Assert.Equal((HttpStatusCode.BadRequest, Unreadable), await SendAsync(HttpMethod.Get, ""));
        Assert.Equal((HttpStatusCode.BadRequest, Unreadable), await SendAsync(HttpMethod.Get, "?query={me{userId}}&variables={"));
    }

    [Theory]
    [InlineData("{ practice ")]
    [InlineData("{ practice { nothing } }")]
    [InlineData("{ nothing }")]
    [InlineData("{ practice(where: { nothing: 1 }) { displayText } }")]
    [InlineData("{ practice(where: { score: \"x\" }) { displayText } }")]
    [InlineData("{ practice(where: { day: \"tomorrow\" }) { displayText } }")]
    [InlineData("subscription { practice { displayText } }")]
    public async Task A_query_with_an_error_answers_400_and_says_what_is_wrong(string query)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, "", "application/graphql", query);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("\"errors\":[{\"message\":\"", body, StringComparison.Ordinal);
        Assert.DoesNotContain("An error occurred", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_is_matched_without_case_and_with_anything_behind_it() =>
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(HttpMethod.Get, "/GRAPHQL/more?query={me{userId}}", root: "/API")).Status);

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpMethod method, string rest, string? type = null, string? body = null, string root = "/api/graphql")
    {
        using var request = new HttpRequestMessage(method, root + rest);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        using var answer = await cms.Site.Visitor.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
