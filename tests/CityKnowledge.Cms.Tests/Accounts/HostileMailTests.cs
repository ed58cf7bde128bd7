using MimeKit;

namespace CityKnowledge.Cms.Tests.Accounts;

/// <summary>Names that try to become more than names in a mail.</summary>
public sealed class HostileMailTests
{
    private const string Script = "<script>alert(1)</script>";
    private static readonly HeaderId[] Usual = [HeaderId.From, HeaderId.Date, HeaderId.Subject, HeaderId.MessageId, HeaderId.To, HeaderId.AutoSubmitted, HeaderId.MimeVersion, HeaderId.ContentType];

    [Fact]
    public async Task The_name_of_the_site_stays_one_line_of_plain_text()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        await site.RunStepsAsync($$"""{ "name": "settings", "SiteName": "{{Script}}\r\nBcc: victim@example.org\r\n\r\n<b>" }""");

        var mail = await AskAsync(site, "admin@example.org");

        Assert.Equal($"A new password for {Script}  Bcc: victim@example.org    <b>", mail.Subject);
        AssertPlain(mail);
    }

    [Fact]
    public async Task The_name_of_a_user_stays_plain_text()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        await site.RunStepsAsync($$"""{ "name": "Users", "Users": [ { "UserName": "{{Script}}\r\nBcc: victim@example.org", "Email": "mallory@example.org", "EmailConfirmed": true } ] }""");

        var mail = await AskAsync(site, "mallory@example.org");

        Assert.Equal("A new password for Test site", mail.Subject);
        AssertPlain(mail);
    }

    private static async Task<MimeMessage> AskAsync(Site site, string address)
    {
        using var browser = site.NewBrowser();
        (await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", address))).Dispose();
        return await Members.MailAsync(site, address, "new password");
    }

    private static void AssertPlain(MimeMessage mail)
    {
        Assert.Subset(Usual.ToHashSet(), mail.Headers.Concat(mail.Body!.Headers).Select(header => header.Id).ToHashSet());
        Assert.Single(mail.GetRecipients());
        Assert.Equal("text/plain", mail.Body.ContentType.MimeType);
        Assert.Contains(Script, mail.TextBody, StringComparison.Ordinal);
        Assert.Null(mail.HtmlBody);
    }
}
