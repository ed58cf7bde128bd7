using System.Net;

namespace CityKnowledge.Cms.Tests.Accounts;

public sealed class PasswordTests : IClassFixture<PasswordTests.Shared>
{
    private readonly Site site;

    public PasswordTests(Shared shared) => site = shared.Site;

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup => Members.Setup;
    }

    [Theory]
    [InlineData("short", "at least 10 characters")]
    [InlineData("aaaaaaaaaaaa", "different characters")]
    [InlineData("qwertyuiop", "guessed first")]
    [InlineData("Password2024!", "guessed first")]
    [InlineData("1234567890", "guessed first")]
    [InlineData("my administratrix word", "must not contain your user name")]
    public async Task A_bad_password_is_refused_with_a_reason(string password, string reason)
    {
        if (await Members.FindAsync(site, "administratrix") is null) await Members.AddAsync(site, "administratrix");
        using var browser = await Members.EnterAsync(site, "administratrix");

        using var answer = await Browsing.PostFormAsync(browser, "/ChangePassword", ("CurrentPassword", Members.Password), ("NewPassword", password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_present_password_must_be_right()
    {
        await Members.AddAsync(site, "bela");
        using var browser = await Members.EnterAsync(site, "bela");

        using var answer = await Browsing.PostFormAsync(browser, "/ChangePassword", ("CurrentPassword", "wrong"), ("NewPassword", "eleven blue balloons"));

        Assert.Contains("The present password is not right.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var still = await Members.EnterAsync(site, "bela");
    }

    [Fact]
    public async Task One_signs_in_with_the_mail_address_too()
    {
        await Members.AddAsync(site, "cleo");

        using var browser = await Members.EnterAsync(site, "Cleo@Example.org");

        Assert.True(await Members.IsInAsync(browser));
    }
}
