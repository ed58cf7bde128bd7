using System.Net;

namespace CityKnowledge.Cms.Tests.Accounts;

public sealed class CookieTests
{
    [Fact]
    public async Task Over_https_cookies_are_bound_to_the_host_and_secure()
    {
        await using var site = await Site.StartAsync(Members.Setup.With("OrchardCore:OrchardCore_ReverseProxy:KnownProxies:0", "127.0.0.1"));
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Visitor.BaseAddress };
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var page = await browser.GetAsync("/Login");
        var cookies = page.Headers.GetValues("Set-Cookie").ToList();

        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie =>
        {
            Assert.StartsWith("__Host-CityKnowledge", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
        });
        var (token, cookie) = (Token(await page.Content.ReadAsStringAsync()), cookies[0].Split(';')[0]);
        using var entered = await PostAsync(browser, token, cookie);
        Assert.Equal("/Admin", entered.Headers.Location?.ToString());
        var session = entered.Headers.GetValues("Set-Cookie").First(given => given.StartsWith("__Host-CityKnowledge=", StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await AskAsync(browser, session));
        // The same ticket under a plain name could have been planted by a neighbouring host.
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(browser, session["__Host-".Length..]));
    }

    [Fact]
    public async Task The_word_of_an_unknown_proxy_is_not_taken()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/Login") { Headers = { { "X-Forwarded-Proto", "https" } } };

        using var page = await site.Visitor.SendAsync(request);

        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie => Assert.StartsWith("CityKnowledge", cookie, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OrchardCore:OrchardCore_Email_Smtp:Port", "0", "from 1 to 65535")]
    [InlineData("OrchardCore:OrchardCore_Email_Smtp:EncryptionMethod", "Rot13", "None, SslTls, StartTls")]
    [InlineData("OrchardCore:OrchardCore_Email_Smtp:DefaultSender", "a@b.org, c@d.org", "one address")]
    [InlineData("OrchardCore:OrchardCore_Email_Smtp:Hots", "x", "not known")]
    [InlineData("OrchardCore:OrchardCore_ReverseProxy:KnownProxies:0", "everyone", "addresses such as")]
    [InlineData("Accounts:PostsPerMinute", "many", "whole numbers")]
    public async Task A_wrong_setting_stops_the_start(string key, string value, string allowed)
    {
        var trouble = await Assert.ThrowsAsync<CityKnowledge.Cms.Web.Settings.SettingException>(() => Site.StartAsync(SiteSetup.Of().With(key, value)));

        Assert.Contains(key, trouble.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, trouble.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string token, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/Login")
        {
            Content = new FormUrlEncodedContent([new("UserName", "admin"), new("Password", Members.Password), new("__RequestVerificationToken", token)]),
            Headers = { { "Cookie", cookie } },
        };
        return await browser.SendAsync(request);
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient browser, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/Account") { Headers = { { "Cookie", cookie } } };
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }

    private static string Token(string page) =>
        System.Text.RegularExpressions.Regex.Match(page, """name="__RequestVerificationToken"[^>]*value="([^"]+)""").Groups[1].Value;
}
