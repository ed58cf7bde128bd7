using System.Net;

namespace CityKnowledge.Cms.Tests.PublicSite;

/// <summary>Files of the library are shown to whoever may see them, and kept by nobody else.</summary>
public sealed class MediaRightsTests
{
    private const string Files = """{ "name": "media", "Files": [ { "TargetPath": "dot.gif", "Base64": "R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" } ] }""";

    [Fact]
    public async Task Open_files_are_given_to_everybody_and_kept_by_proxies()
    {
        await using var site = await Site.StartAsync("""{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": ["ViewMediaContent"] } ] }""", Files);

        using var answer = await site.Visitor.GetAsync("/media/dot.gif");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.Public);
    }

    [Fact]
    public async Task Other_files_are_given_to_members_and_no_proxy_keeps_them()
    {
        await using var site = await Site.StartAsync("""{ "name": "Roles", "Roles": [ { "Name": "Anonymous", "Permissions": ["ViewContent"] }, { "Name": "Member", "Permissions": ["ViewMediaContent"] } ] }""", Files);
        using var member = await site.SignInAsync("Member");
        using var stranger = await site.SignInAsync();

        using var shown = await member.GetAsync("/media/dot.gif");
        using var hidden = await stranger.GetAsync("/media/dot.gif");
        using var visitor = await site.Visitor.GetAsync("/media/dot.gif");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, hidden.StatusCode, visitor.StatusCode));
        Assert.True(shown.Headers.CacheControl is { Private: true, NoCache: true, Public: false });
        Assert.DoesNotContain("GIF89a", await visitor.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
