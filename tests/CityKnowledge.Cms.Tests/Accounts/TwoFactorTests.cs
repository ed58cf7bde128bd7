using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CityKnowledge.Cms.Tests.Accounts;

public sealed partial class TwoFactorTests : IClassFixture<TwoFactorTests.Shared>
{
    private readonly Site site;

    public TwoFactorTests(Shared shared) => site = shared.Site;

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup => Members.Setup;
    }

    [Fact]
    public async Task After_the_password_the_code_of_the_app_is_asked_for_and_works_once()
    {
        var (key, _) = await TurnOnAsync("anna");
        using var browser = site.NewBrowser();

        using var first = await Members.SignInAsync(browser, "anna");
        Assert.Equal("/LoginWithTwoFactorAuthentication", first.Headers.Location?.ToString());
        Assert.False(await Members.IsInAsync(browser));
        using var wrong = await Browsing.PostFormAsync(browser, first.Headers.Location!.ToString(), ("Code", "000000"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        var code = TimeCodes.Of(key, 1);
        using var entered = await Browsing.PostFormAsync(browser, first.Headers.Location.ToString(), ("Code", code));
        Assert.Equal("/Admin", entered.Headers.Location?.ToString());
        Assert.True(await Members.IsInAsync(browser));

        using var other = site.NewBrowser();
        (await Members.SignInAsync(other, "anna")).Dispose();
        using var again = await Browsing.PostFormAsync(other, "/LoginWithTwoFactorAuthentication", ("Code", code));
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task The_code_that_turned_the_step_on_does_not_sign_in_as_well()
    {
        await Members.AddAsync(site, "nora", "Editor");
        using var browser = await Members.EnterAsync(site, "nora");
        var page = await browser.GetStringAsync("/TwoFactor");
        var code = TimeCodes.Of(KeyIn(page));
        using var on = await PostAsync(browser, "/TwoFactor?handler=TurnOn", ("SealedKey", Sealed().Match(page).Groups[1].Value), ("Code", code), ("CurrentPassword", Members.Password));
        using var other = site.NewBrowser();
        (await Members.SignInAsync(other, "nora")).Dispose();

        using var again = await Browsing.PostFormAsync(other, "/LoginWithTwoFactorAuthentication", ("Code", code));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (on.StatusCode, again.StatusCode));
    }

    [Fact]
    public async Task A_recovery_code_opens_the_account_once()
    {
        var (_, codes) = await TurnOnAsync("bela");
        Assert.Equal(10, codes.Count);

        using var browser = site.NewBrowser();
        (await Members.SignInAsync(browser, "bela")).Dispose();
        using var entered = await Browsing.PostFormAsync(browser, "/LoginWithTwoFactorAuthentication", ("Code", codes[0]));
        Assert.Equal("/Admin", entered.Headers.Location?.ToString());
        Assert.Contains("Recovery codes left: 9", await browser.GetStringAsync("/Account"), StringComparison.Ordinal);

        using var other = site.NewBrowser();
        (await Members.SignInAsync(other, "bela")).Dispose();
        using var again = await Browsing.PostFormAsync(other, "/LoginWithTwoFactorAuthentication", ("Code", codes[0]));
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_may_be_copied_by_hand()
    {
        var (_, codes) = await TurnOnAsync("otto");
        foreach (var code in new[] { codes[0].ToLowerInvariant(), codes[1].Replace("-", " ", StringComparison.Ordinal), codes[2].Replace("-", "", StringComparison.Ordinal) })
        {
            using var browser = site.NewBrowser();
            (await Members.SignInAsync(browser, "otto")).Dispose();
            using var entered = await Browsing.PostFormAsync(browser, "/LoginWithTwoFactorAuthentication", ("Code", code));
            Assert.Equal("/Admin", entered.Headers.Location?.ToString());
        }
    }

    [Fact]
    public async Task The_database_does_not_tell_the_key_nor_the_codes()
    {
        var (key, codes) = await TurnOnAsync("maud");
        await using var scope = site.Services.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<StorageContext>().UserTokens.Select(row => row.Value).ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(kept);
        var plain = key.Replace(" ", "", StringComparison.Ordinal);
        Assert.All(kept, value => Assert.DoesNotContain(plain, value, StringComparison.OrdinalIgnoreCase));
        Assert.All(kept, value => Assert.All(codes, code => Assert.DoesNotContain(code, value, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_keys_of_the_site_cannot_open_lets_nobody_in()
    {
        var (key, codes) = await TurnOnAsync("egon");
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<StorageContext>();
            var mine = db.Users.Where(user => user.UserName == "egon").Select(user => user.Id);
            await db.UserTokens.Where(row => mine.Contains(row.UserId)).ExecuteUpdateAsync(set => set.SetProperty(row => row.Value, "sealed:elsewhere"), TestContext.Current.CancellationToken);
        }

        using var browser = site.NewBrowser();
        (await Members.SignInAsync(browser, "egon")).Dispose();
        foreach (var code in new[] { TimeCodes.Of(key, 1), codes[0], "" })
        {
            using var refused = await Browsing.PostFormAsync(browser, "/LoginWithTwoFactorAuthentication", ("Code", code));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.False(await Members.IsInAsync(browser));
    }

    [Fact]
    public async Task The_second_step_cannot_be_skipped()
    {
        await TurnOnAsync("cleo");
        using var browser = site.NewBrowser();

        using var without = await browser.GetAsync("/LoginWithTwoFactorAuthentication");
        Assert.StartsWith("/Login", without.Headers.Location?.ToString(), StringComparison.Ordinal);
        (await Members.SignInAsync(browser, "cleo")).Dispose();
        using var desk = await browser.GetAsync("/Admin");

        Assert.Equal(HttpStatusCode.Redirect, desk.StatusCode);
    }

    [Fact]
    public async Task A_reset_by_mail_does_not_skip_the_second_step()
    {
        await TurnOnAsync("dora");
        using var browser = site.NewBrowser();
        (await Browsing.PostFormAsync(browser, "/ForgotPassword", ("UserName", "dora"))).Dispose();
        var link = Members.LinkIn(await Members.MailAsync(site, "dora@example.org", "new password"));
        (await Browsing.PostFormAsync(browser, link, ("NewPassword", "eleven blue balloons"))).Dispose();

        using var entered = await Members.SignInAsync(browser, "dora", "eleven blue balloons");

        Assert.Equal("/LoginWithTwoFactorAuthentication", entered.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Turning_it_off_needs_the_password()
    {
        var (key, _) = await TurnOnAsync("edda");
        using var browser = site.NewBrowser();
        (await Members.SignInAsync(browser, "edda")).Dispose();
        (await Browsing.PostFormAsync(browser, "/LoginWithTwoFactorAuthentication", ("Code", TimeCodes.Of(key, 1)))).Dispose();

        using var refused = await PostAsync(browser, "/TwoFactor?handler=TurnOff", ("CurrentPassword", "wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        using var done = await PostAsync(browser, "/TwoFactor?handler=TurnOff", ("CurrentPassword", Members.Password));
        Assert.Equal("/Account", done.Headers.Location?.ToString());
        using var entered = await Members.EnterAsync(site, "edda");
    }

    [Fact]
    public async Task Guessing_codes_ends_after_ten()
    {
        await TurnOnAsync("fritz");
        using var browser = site.NewBrowser();
        (await Members.SignInAsync(browser, "fritz")).Dispose();
        for (var i = 0; i < 5; i++) (await Browsing.PostFormAsync(browser, "/LoginWithTwoFactorAuthentication", ("Code", "000000"))).Dispose();

        using var answer = await Browsing.PostFormAsync(browser, "/LoginWithTwoFactorAuthentication", ("Code", "000000"));

        Assert.Contains("Too many codes", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_sealed_for_someone_else_is_not_taken()
    {
        await Members.AddAsync(site, "greta");
        await Members.AddAsync(site, "hans");
        using var greta = await Members.EnterAsync(site, "greta");
        using var hans = await Members.EnterAsync(site, "hans");
        var page = await greta.GetStringAsync("/TwoFactor");
        var sealedKey = Sealed().Match(page).Groups[1].Value;

        using var answer = await PostAsync(hans, "/TwoFactor?handler=TurnOn", ("SealedKey", sealedKey), ("Code", TimeCodes.Of(KeyIn(page))), ("CurrentPassword", Members.Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("ida", "")]
    [InlineData("jana", "wrong")]
    public async Task Turning_it_on_needs_the_password_too(string name, string password)
    {
        await Members.AddAsync(site, name, "Editor");
        using var browser = await Members.EnterAsync(site, name);
        var page = await browser.GetStringAsync("/TwoFactor");
        var (sealedKey, code) = (Sealed().Match(page).Groups[1].Value, TimeCodes.Of(KeyIn(page)));

        using var refused = await PostAsync(browser, "/TwoFactor?handler=TurnOn", ("SealedKey", sealedKey), ("Code", code), ("CurrentPassword", password));
        var shown = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("The present password is not right.", shown, StringComparison.Ordinal);
        Assert.Equal(KeyIn(page), KeyIn(shown));
        Assert.False((await Members.FindAsync(site, name))!.TwoFactorEnabled);
    }

    [Fact]
    public async Task What_is_on_is_not_turned_on_again_and_what_is_off_has_no_codes()
    {
        var (key, _) = await TurnOnAsync("karl");
        using var on = site.NewBrowser();
        (await Members.SignInAsync(on, "karl")).Dispose();
        (await Browsing.PostFormAsync(on, "/LoginWithTwoFactorAuthentication", ("Code", TimeCodes.Of(key, 1)))).Dispose();
        await Members.AddAsync(site, "lena", "Editor");
        using var off = await Members.EnterAsync(site, "lena");

        using var again = await PostAsync(on, "/TwoFactor?handler=TurnOn", ("Code", TimeCodes.Of(key, 1)), ("CurrentPassword", Members.Password));
        using var codes = await PostAsync(off, "/TwoFactor?handler=NewCodes", ("CurrentPassword", Members.Password));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (again.StatusCode, codes.StatusCode));
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> TurnOnAsync(string name)
    {
        await Members.AddAsync(site, name, "Editor");
        using var browser = await Members.EnterAsync(site, name);
        var page = await browser.GetStringAsync("/TwoFactor");
        Assert.Contains("data:image/svg", page, StringComparison.Ordinal);
        var key = KeyIn(page);
        using var answer = await PostAsync(browser, "/TwoFactor?handler=TurnOn", ("SealedKey", Sealed().Match(page).Groups[1].Value), ("Code", TimeCodes.Of(key)), ("CurrentPassword", Members.Password));
        var shown = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, shown);
        return (key, [.. Code().Matches(shown).Select(match => match.Groups[1].Value)]);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] values)
    {
        var page = await browser.GetStringAsync(path.Split('?')[0]);
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), .. values.Select(value => new KeyValuePair<string, string>(value.Name, value.Value))]);
        return await browser.PostAsync(path, form);
    }

    private static string KeyIn(string page) => Key().Match(page).Groups[1].Value;

    [GeneratedRegex("""<code class="key">([a-z2-7 ]+)<""")]
    private static partial Regex Key();

    [GeneratedRegex("""name="SealedKey" value="([^"]+)""")]
    private static partial Regex Sealed();

    [GeneratedRegex("<li><code>([^<]+)</code>")]
    private static partial Regex Code();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();
}
