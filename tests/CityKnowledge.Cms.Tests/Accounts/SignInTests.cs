using System.Net;
using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Tests.Accounts;

public sealed partial class SignInTests
{
    private static readonly SiteSetup Empty = SiteSetup.Of();

    [Fact]
    public async Task The_first_sign_in_link_works_once_and_leads_to_a_password()
    {
        await using var site = await Site.StartAsync(Empty);
        var link = await LinkAsync(site);
        using var browser = site.NewBrowser();

        await site.GetAsync(link);
        using var first = await Browsing.PostFormAsync(browser, link);
        Assert.Equal("/ChangePassword", first.Headers.Location?.ToString());
        using var chosen = await Browsing.PostFormAsync(browser, "/ChangePassword", ("NewPassword", "a long enough password"));
        Assert.Equal("/Admin", chosen.Headers.Location?.ToString());
        Assert.Contains("Test site", await site.GetAsync("/Admin", browser), StringComparison.Ordinal);

        using var again = await site.Visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        using var other = site.NewBrowser();
        using var signedIn = await Browsing.PostFormAsync(other, "/Login?ReturnUrl=%2FChangePassword", ("UserName", "admin"), ("Password", "a long enough password"));
        Assert.Equal("/ChangePassword", signedIn.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_second_start_prints_no_link_and_needs_no_recipe()
    {
        await using var site = await Site.StartAsync(Empty);
        await LinkAsync(site);
        Directory.Delete(Path.Combine(site.Folder, "Recipes"), recursive: true);

        await site.RestartAsync();

        await PrintedAsync(site);
        Assert.DoesNotContain("token", site.Console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_holds_the_server_can_ask_for_a_new_link()
    {
        await using var site = await Site.StartAsync(Empty.With("NewSignInLink", "true"));
        var former = await LinkAsync(site);

        await site.RestartAsync();

        await site.GetAsync(await LinkAsync(site));
        using var answer = await site.Visitor.GetAsync(former);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task With_a_given_password_no_link_is_printed()
    {
        await using var site = await Site.StartAsync(Empty.With("OrchardCore:OrchardCore_AutoSetup:Tenants:0:AdminPassword", "given password 1"));
        using var browser = site.NewBrowser();

        using var answer = await Browsing.PostFormAsync(browser, "/Login", ("UserName", "admin"), ("Password", "given password 1"));

        Assert.Equal("/Admin", answer.Headers.Location?.ToString());
        await PrintedAsync(site);
        Assert.DoesNotContain("token", site.Console.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_administration_asks_visitors_to_sign_in_and_refuses_users_without_the_right()
    {
        await using var site = await Site.StartAsync("""{ "name": "Roles", "Roles": [ { "Name": "Editor", "Permissions": ["AccessAdminPanel"] } ] }""");
        using var reader = await site.SignInAsync("Reader");
        using var editor = await site.SignInAsync("Editor");

        using var visitor = await site.Visitor.GetAsync("/Admin");
        using var refused = await reader.GetAsync("/Admin");

        Assert.Equal("/Login?ReturnUrl=%2FAdmin", visitor.Headers.Location?.PathAndQuery);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Test site", await site.GetAsync("/Admin", editor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_needs_a_post_from_our_own_page_and_ends_the_session()
    {
        await using var site = await Site.StartAsync(Empty);
        using var admin = await site.SignInAsync("Administrator");
        using var forged = await admin.PostAsync("/Users/LogOff", null);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);

        var page = await site.GetAsync("/Admin", admin);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        using var signedOut = await admin.PostAsync("/Users/LogOff", form);

        Assert.Equal("/", signedOut.Headers.Location?.ToString());
        using var afterwards = await admin.GetAsync("/Admin");
        Assert.Equal(HttpStatusCode.Redirect, afterwards.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    public async Task Signing_in_leads_to_no_other_site(string address)
    {
        await using var site = await Site.StartAsync(Empty.With("OrchardCore:OrchardCore_AutoSetup:Tenants:0:AdminPassword", "given password 1"));
        using var browser = site.NewBrowser();

        using var answer = await Browsing.PostFormAsync(browser, $"/Login?ReturnUrl={Uri.EscapeDataString(address)}", ("UserName", "admin"), ("Password", "given password 1"));

        Assert.Equal("/Admin", answer.Headers.Location?.ToString());
    }

    private static async Task<string> LinkAsync(Site site)
    {
        await PrintedAsync(site);
        var link = Link().Match(site.Console.ToString());
        Assert.True(link.Success, site.Console.ToString());
        return link.Value;
    }

    private static async Task PrintedAsync(Site site)
    {
        for (var patience = 100; patience > 0 && !site.Console.ToString().Contains("is ready at", StringComparison.Ordinal); patience--) await Task.Delay(20);
        Assert.Single(site.Console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(@"/Users/SignInLink\?token=[\w-]+")]
    private static partial Regex Link();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
