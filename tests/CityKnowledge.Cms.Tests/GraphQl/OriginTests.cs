using System.Net;

namespace CityKnowledge.Cms.Tests.GraphQl;

/// <summary>Scripts of other sites read the API when the owner of the site lets them.</summary>
public sealed class OriginTests : IClassFixture<OriginTests.Shared>
{
    private const string Partner = "https://partner.example";
    private readonly Site site;

    public OriginTests(Shared shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        site = shared.Site;
    }

    [Fact]
    public async Task A_browser_at_a_named_site_may_ask_and_read()
    {
        using var asked = await AskAsync(HttpMethod.Options, Partner, "/api/graphql");
        using var read = await AskAsync(HttpMethod.Get, Partner, "/api/graphql?query={__typename}");

        Assert.Equal(HttpStatusCode.NoContent, asked.StatusCode);
        Assert.Equal([Partner], asked.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.Contains("POST", asked.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
        Assert.Equal([Partner], read.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False(read.Headers.Contains("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("https://other.example", "/api/graphql?query={__typename}")]
    [InlineData(Partner, "/Login")]
    public async Task Nobody_else_and_nothing_else(string origin, string address)
    {
        using var answer = await AskAsync(HttpMethod.Get, origin, address);

        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    private async Task<HttpResponseMessage> AskAsync(HttpMethod method, string origin, string address)
    {
        using var request = new HttpRequestMessage(method, address) { Headers = { { "Origin", origin } } };
        if (method == HttpMethod.Options) request.Headers.Add("Access-Control-Request-Method", "POST");
        return await site.Visitor.SendAsync(request);
    }

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup { get; } = SiteSetup.Of("""{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": ["ExecuteGraphQL"] } ] }""").With("Site:ApiOrigins:0", Partner + "/");
    }
}
