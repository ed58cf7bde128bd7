using System.Net;

namespace CityKnowledge.Cms.Tests.Accounts;

public sealed class LockOutTests
{
    [Fact]
    public async Task After_five_wrong_passwords_a_stranger_has_to_wait_even_with_the_right_one()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        using var browser = site.NewBrowser();
        await GuessAsync(browser, "admin", 5);

        using var answer = await Members.SignInAsync(browser, "admin");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Too many attempts", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var admin = (await Members.FindAsync(site, "admin"))!;
        Assert.Contains("LogInIsLockedOut", await Members.EventsAsync(site, admin.Id));
    }

    [Fact]
    public async Task A_flood_of_guesses_does_not_shut_out_who_has_signed_in_with_this_browser_before()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        using var own = await Members.EnterAsync(site, "admin");
        using var stranger = site.NewBrowser();
        await GuessAsync(stranger, "admin", 40);

        using var entered = await Members.SignInAsync(own, "admin");

        Assert.Equal("/Admin", entered.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_known_browser_has_a_limit_of_its_own()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        using var own = await Members.EnterAsync(site, "admin");
        await GuessAsync(own, "admin", 5);

        using var refused = await Members.SignInAsync(own, "admin");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Who_holds_the_mailbox_gets_in_while_strangers_guess()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        using var stranger = site.NewBrowser();
        await GuessAsync(stranger, "admin", 40);
        using var browser = site.NewBrowser();
        using (var shut = await Members.SignInAsync(browser, "admin")) Assert.Equal(HttpStatusCode.BadRequest, shut.StatusCode);

        (await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "admin"))).Dispose();
        var link = Members.LinkIn(await Members.MailAsync(site, "admin@example.org", "new password"));
        (await Browsing.PostFormAsync(browser, link, ("NewPassword", "eleven blue balloons"))).Dispose();
        using var entered = await Members.SignInAsync(browser, "admin", "eleven blue balloons");

        Assert.Equal("/Admin", entered.Headers.Location?.ToString());
    }

    [Fact]
    public async Task An_address_that_tries_many_accounts_has_to_wait()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        using var browser = site.NewBrowser();
        for (var i = 0; i < 51; i++) (await Members.SignInAsync(browser, $"name{i}", "wrong")).Dispose();

        using var answer = await Members.SignInAsync(browser, "admin");

        Assert.Contains("Too many attempts", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_names_are_locked_like_known_ones_and_answered_alike()
    {
        await using var site = await Site.StartAsync(Members.Setup);
        using var browser = site.NewBrowser();
        var (known, unknown) = (await SayAsync(browser, "admin"), await SayAsync(browser, "nobody"));
        await GuessAsync(browser, "nobody", 4);

        Assert.Equal("User name or password is not right.", known);
        Assert.Equal(known, unknown);
        Assert.StartsWith("Too many attempts", await SayAsync(browser, "nobody"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_account_forms_in_a_minute_are_not_looked_at()
    {
        await using var site = await Site.StartAsync(Members.Setup.With("Accounts:PostsPerMinute", "5"));
        using var browser = site.NewBrowser();
        for (var i = 0; i < 5; i++) (await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "nobody"))).Dispose();

        using var answer = await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "nobody"));

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter is not null);
    }

    private static async Task GuessAsync(HttpClient browser, string name, int times)
    {
        for (var i = 0; i < times; i++) (await Members.SignInAsync(browser, name, "wrong")).Dispose();
    }

    private static async Task<string> SayAsync(HttpClient browser, string name)
    {
        using var answer = await Members.SignInAsync(browser, name, "wrong");
        var page = await answer.Content.ReadAsStringAsync();
        var line = page.IndexOf("<li>", page.IndexOf("class=\"summary\"", StringComparison.Ordinal), StringComparison.Ordinal);
        return page[(line + 4)..page.IndexOf("</li>", line, StringComparison.Ordinal)];
    }
}
