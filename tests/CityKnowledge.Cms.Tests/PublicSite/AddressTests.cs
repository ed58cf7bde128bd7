using System.Net;
using System.Net.Sockets;
using System.Text;
using CityKnowledge.Cms.Tests.Liquid;

namespace CityKnowledge.Cms.Tests.PublicSite;

public sealed class AddressTests(DoorSite fixture) : IClassFixture<DoorSite>
{
    private Site Site => fixture.Site;

    [Theory]
    [InlineData("/", "Welcome body")]
    [InlineData("/about", "About body")]
    [InlineData("/ABOUT", "About body")]
    [InlineData("/about?x=1", "About body")]
    [InlineData("/%C3%BCber/citt%C3%A0", "Città body")]
    [InlineData("/Contents/ContentItems/40page0000000000000000000a", "About body")]
    [InlineData("/topics/mobility", "topic Mobility")]
    [InlineData("/topics/mobility/cycling", "topic Cycling")]
    public async Task A_published_item_is_shown_at_its_address(string address, string text) =>
        Assert.Contains(text, await Site.GetAsync(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/about/more")]
    [InlineData("/hidden")]
    [InlineData("/Contents/ContentItems/40secret00000000000000000a")]
    [InlineData("/Contents/ContentItems/40n0such000000000000000000")]
    [InlineData("/Contents/ContentItems/40n0such000000000000000000.ics")]
    [InlineData("/%2e%2e/appsettings.json")]
    [InlineData("/Test/%2e%2e/%2e%2e/appsettings.json")]
    [InlineData("/Test/..%2f..%2fappsettings.json")]
    [InlineData("/Test/.secret")]
    [InlineData("/Test/views/Layout.liquid")]
    [InlineData("/a%01b")]
    [InlineData("/a%0d%0ab")]
    [InlineData("/%5c%5chost%5cshare")]
    [InlineData("/about%20")]
    [InlineData("/'%20or%201=1--")]
    public async Task What_is_not_there_or_not_for_visitors_answers_404_in_the_theme(string address)
    {
        using var answer = await Site.Visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("<main>nothing at", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overlong_address_answers_404()
    {
        using var answer = await Site.Visitor.GetAsync("/" + new string('a', 5_000));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("GET /../../etc/passwd HTTP/1.1", "404")]
    [InlineData("GET /a\\..\\..\\b HTTP/1.1", "404")]
    [InlineData("GET /about%00.html HTTP/1.1", "400")]
    public async Task Addresses_that_no_client_library_sends_are_refused(string requestLine, string status)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Site.Visitor.BaseAddress!.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(client.GetStream());

        Assert.StartsWith("HTTP/1.1 " + status, await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_is_shown_to_those_who_may_see_it()
    {
        var reader = await Site.SignInAsync("Reader");

        Assert.Contains("Hidden", await Site.GetAsync("/hidden", reader), StringComparison.Ordinal);
        using var visitor = await Site.Visitor.GetAsync("/hidden");
        Assert.Equal(HttpStatusCode.NotFound, visitor.StatusCode);
    }

    [Fact]
    public async Task A_trailing_slash_leads_to_the_address_without()
    {
        using var answer = await Site.Visitor.GetAsync("/about/?x=1");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/about?x=1", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_former_address_leads_to_the_present_one()
    {
        const string Id = "40page000000000000000000m0";
        await Site.RunStepsAsync(Recipe.Content(Recipe.Item("Page", Id, "Moving", """ "AutoroutePart": { "Path": "old/place" } """)));
        await Site.RunStepsAsync(Recipe.Content(Recipe.Item("Page", Id, "Moving", """ "AutoroutePart": { "Path": "new/place" } """)));

        using var answer = await Site.Visitor.GetAsync("/old/place");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("/new/place", answer.Headers.Location!.ToString());
        Assert.Contains("Moving", await Site.GetAsync("/new/place"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_methods_find_no_page()
    {
        using var answer = await Site.Visitor.PostAsync("/about", null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_error_page_has_an_address_of_its_own()
    {
        using var missing = await Site.Visitor.GetAsync("/Error/404");
        using var broken = await Site.Visitor.GetAsync("/Error");

        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
    }
}
