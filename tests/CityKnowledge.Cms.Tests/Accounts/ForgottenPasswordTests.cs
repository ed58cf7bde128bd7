using System.Net;
using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Tests.Accounts;

public sealed partial class ForgottenPasswordTests : IClassFixture<ForgottenPasswordTests.Shared>
{
    private const string NewPassword = "eleven blue balloons";
    private readonly Site site;

    public ForgottenPasswordTests(Shared shared) => site = shared.Site;

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup => Members.Setup;
    }

    [Fact]
    public async Task Who_forgot_the_password_chooses_a_new_one_with_the_link_in_the_mail()
    {
        await Members.AddAsync(site, "marta", "Editor");
        using var former = await Members.EnterAsync(site, "marta");
        using var browser = site.NewBrowser();

        using var asked = await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "marta@example.org"));
        var mail = await Members.MailAsync(site, "marta@example.org", "new password");
        var link = Members.LinkIn(mail);
        using var changed = await Browsing.PostFormAsync(browser, link, ("NewPassword", NewPassword));

        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Equal("/Login", changed.Headers.Location?.ToString());
        Assert.False(await Members.IsInAsync(former));
        using var entered = await Members.EnterAsync(site, "marta", NewPassword);
        using var again = await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        await Members.MailAsync(site, "marta@example.org", "was changed");
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_a_bad_password_does_not_use_it_up()
    {
        await Members.AddAsync(site, "noor");
        using var browser = site.NewBrowser();
        (await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "noor"))).Dispose();
        var link = Members.LinkIn(await Members.MailAsync(site, "noor@example.org", "new password"));

        await site.GetAsync(link);
        using var refused = await Browsing.PostFormAsync(browser, link, ("NewPassword", "Password2024!"));
        using var changed = await Browsing.PostFormAsync(browser, link, ("NewPassword", NewPassword));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("guessed first", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/Login", changed.Headers.Location?.ToString());
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_there_is_such_an_account()
    {
        await Members.AddAsync(site, "olga");
        using var browser = site.NewBrowser();

        using var known = await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "olga@example.org"));
        using var unknown = await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "nobody@example.org"));

        Assert.Equal(known.StatusCode, unknown.StatusCode);
        Assert.Equal(WithoutNonces(await known.Content.ReadAsStringAsync()), WithoutNonces(await unknown.Content.ReadAsStringAsync()));
        await Members.MailAsync(site, "olga@example.org", "new password");
        Assert.DoesNotContain(Members.Mails(site), mail => mail.To.ToString().Contains("nobody", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_link_leads_to_this_site_whatever_host_the_request_names()
    {
        await Members.AddAsync(site, "petra");
        using var browser = site.NewBrowser();
        var page = await browser.GetStringAsync("/ForgotPassword");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ForgotPassword")
        {
            Content = new FormUrlEncodedContent([new("UserName", "petra"), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]),
            Headers = { Host = "evil.example" },
        };
        using var answer = await browser.SendAsync(request);

        var mail = await Members.MailAsync(site, "petra@example.org", "new password");

        Assert.Contains(site.Visitor.BaseAddress!.Authority + "/ResetPassword", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disabled_account_gets_no_link()
    {
        var id = await Members.AddAsync(site, "quentin");
        await Members.AddAsync(site, "rosa");
        using var admin = await site.SignInAsync("Administrator");
        (await Browsing.PostFormAsync(admin, $"/Admin/Users/Edit/{id}?handler=Disable")).Dispose();
        using var browser = site.NewBrowser();

        (await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "quentin"))).Dispose();
        (await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "rosa"))).Dispose();

        await Members.MailAsync(site, "rosa@example.org", "new password");
        Assert.DoesNotContain(Members.Mails(site), mail => mail.To.ToString().Contains("quentin", StringComparison.Ordinal));
    }

    private static string WithoutNonces(string page) => Secrets().Replace(page, "");

    [GeneratedRegex("(nonce|content|value)=\"[^\"]*\"")]
    private static partial Regex Secrets();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
