using System.Net;

namespace CityKnowledge.Cms.Tests.Admin.Inputs;

public sealed class BundleTests(InputSite given) : IClassFixture<InputSite>
{
    private const string Script = "/admin/dist/admin.css";

    [Fact]
    public async Task Bundles_come_packed_to_browsers_that_can_read_them()
    {
        using var plain = await given.Site.Visitor.GetAsync(Script);
        using var request = new HttpRequestMessage(HttpMethod.Get, Script + "?v=1") { Headers = { AcceptEncoding = { new("gzip"), new("br") } } };
        using var packed = await given.Site.Visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, packed.StatusCode);
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.Equal("text/css", packed.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept-Encoding", packed.Headers.Vary);
        Assert.Contains("immutable", packed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.True((await packed.Content.ReadAsByteArrayAsync()).Length * 3 < (await plain.Content.ReadAsByteArrayAsync()).Length);
    }
}
