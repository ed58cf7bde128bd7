using System.Globalization;
using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Web.Accounts.Mail;
using Microsoft.Extensions.Logging;

namespace CityKnowledge.Cms.Tests.Accounts;

/// <summary>Mails that were asked for and are not out yet.</summary>
public sealed class WaitingMailTests
{
    private const string Subject = "new password";

    [Fact]
    public async Task A_mail_that_waited_when_the_site_stopped_goes_out_when_it_starts()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        var kept = await KeepAsync(site, await Members.AddAsync(site, "vera"));

        await site.RestartAsync();

        var mail = await Members.MailAsync(site, "vera@example.org", Subject);
        Assert.Contains("https://city.example/ResetPassword?token=", mail.TextBody, StringComparison.Ordinal);
        await GoneAsync(kept.File);
        Assert.Single(Members.Mails(site));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"Kind\": 1, \"Recip")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{ \"Kind\": 1, \"Recipient\": null, \"Site\": null, \"Culture\": null }")]
    [InlineData("{ \"Kind\": 1, \"Recipient\": \"a\", \"Site\": \"b\", \"Culture\": \"not a culture\" }")]
    public async Task A_damaged_letter_stays_where_it_is_and_hinders_no_other(string text)
    {
        await using var site = await Site.StartAsync(Members.Setup);
        var kept = await KeepAsync(site, await Members.AddAsync(site, "wim"));
        // Before the whole one in the order of their names.
        var damaged = Path.Combine(Path.GetDirectoryName(kept.File)!, "0.json");
        await File.WriteAllTextAsync(damaged, text);

        await site.RestartAsync();

        await Members.MailAsync(site, "wim@example.org", Subject);
        await GoneAsync(kept.File);
        Assert.Equal(text, await File.ReadAllTextAsync(damaged));
        var log = new ErrorLog();
        Assert.Empty(new WaitingLetters(site.Get<SiteFolders>(), log).List());
        Assert.Contains(damaged, Assert.Single(log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_its_server_does_not_take_waits_on_the_disk()
    {
        await using var site = await Site.StartAsync(Members.Setup.With("OrchardCore:OrchardCore_Email_Smtp:Host", "127.0.0.1").With("OrchardCore:OrchardCore_Email_Smtp:Port", "1"));
        using var browser = site.NewBrowser();
        (await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "admin"))).Dispose();
        var waiting = Assert.Single(Letters(site));

        await site.RestartAsync();

        Assert.Equal(waiting, Assert.Single(Letters(site)));
    }

    [Fact]
    public async Task A_mail_that_is_out_leaves_no_letter_behind()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        using var browser = site.NewBrowser();

        (await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "admin"))).Dispose();
        await Members.MailAsync(site, "admin@example.org", Subject);

        foreach (var letter in Letters(site)) await GoneAsync(letter);
        await site.RestartAsync();
        Assert.Single(Members.Mails(site));
    }

    private static Task<WaitingLetter> KeepAsync(Site site, string userId) =>
        site.Get<WaitingLetters>().KeepAsync(new Letter(LetterKind.Reset, userId, "https://city.example", CultureInfo.GetCultureInfo("en")));

    private static string[] Letters(Site site) => Directory.GetFiles(Path.Combine(site.Get<SiteFolders>().Data, "Outbox"));

    // The letter goes once it is noted that its mail is out.
    private static async Task GoneAsync(string file)
    {
        for (var patience = 500; patience > 0 && File.Exists(file); patience--) await Task.Delay(20);
        Assert.False(File.Exists(file), $"{file} is still there.");
    }

    private sealed class ErrorLog : ILogger<WaitingLetters>
    {
        public List<string> Errors { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Errors.Add(formatter(state, exception));
    }
}
