using System.Net;
using CityKnowledge.Cms.Tests.Accounts;

namespace CityKnowledge.Cms.Tests.Admin.Users;

/// <summary>What somebody who may manage users, but is no administrator, might try.</summary>
public sealed class EscalationTests : IClassFixture<EscalationTests.Shared>
{
    private readonly Site site;

    public EscalationTests(Shared shared) => site = shared.Site;

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup => Members.Setup;
    }

    [Theory]
    [InlineData("Administrator")]
    [InlineData("administrator")]
    [InlineData("Owner")]
    [InlineData("Anonymous")]
    [InlineData("NoSuchRole")]
    public async Task Nobody_is_invited_into_a_role_that_is_not_the_inviters_to_give(string role)
    {
        using var people = await site.SignInAsync("People");

        using var answer = await Browsing.PostFormAsync(people, "/Admin/Users/Create", ("UserName", "puppet"), ("Email", "puppet@example.org"), ("RoleNames", role));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Null(await Members.FindAsync(site, "puppet"));
    }

    [Fact]
    public async Task Roles_of_others_may_be_given_but_never_the_own_ones()
    {
        var own = await Members.AddAsync(site, "anna", "People");
        var other = await Members.AddAsync(site, "bela");
        using var people = await Members.EnterAsync(site, "anna");

        using var mine = await Browsing.PostFormAsync(people, $"/Admin/Users/Edit/{own}", ("UserName", "anna"), ("Email", "anna@example.org"), ("RoleNames", "Roles"));
        using var theirs = await Browsing.PostFormAsync(people, $"/Admin/Users/Edit/{other}", ("UserName", "bela"), ("Email", "bela@example.org"), ("RoleNames", "Editor"));

        Assert.Equal(HttpStatusCode.Forbidden, mine.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, theirs.StatusCode);
        Assert.Equal(["People"], (await Members.FindAsync(site, "anna"))!.RoleNames);
        Assert.Equal(["Editor"], (await Members.FindAsync(site, "bela"))!.RoleNames);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?handler=Disable")]
    [InlineData("?handler=Enable")]
    [InlineData("?handler=SendLink")]
    [InlineData("?handler=SignOut")]
    [InlineData("?handler=ResetTwoFactor")]
    public async Task An_administrator_is_untouchable(string handler)
    {
        var admin = (await Members.FindAsync(site, "admin"))!;
        using var people = await site.SignInAsync("People");

        using var answer = await PostAsync(people, $"/Admin/Users/Edit/{admin.Id}{handler}", ("UserName", "admin"), ("Email", "mine@example.org"), ("Stamp", admin.ConcurrencyStamp!));
        using var deleted = await PostAsync(people, $"/Admin/Users/Delete/{admin.Id}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, deleted.StatusCode);
        var after = (await Members.FindAsync(site, "admin"))!;
        Assert.Equal((admin.Email, admin.SecurityStamp, true), (after.Email, after.SecurityStamp, after.IsEnabled));
    }

    [Theory]
    [InlineData("/Admin/Users/Index")]
    [InlineData("/Admin/Users/Create")]
    [InlineData("/Admin/Users/Edit/x")]
    [InlineData("/Admin/Users/Delete/x")]
    [InlineData("/Admin/Roles/Index")]
    [InlineData("/Admin/Roles/Create")]
    [InlineData("/Admin/Roles/Edit/Editor")]
    [InlineData("/Admin/Roles/Delete/Editor")]
    public async Task Editors_see_nothing_of_it_and_visitors_are_asked_to_sign_in(string address)
    {
        using var editor = await site.SignInAsync("Editor");

        using var refused = await editor.GetAsync(address);
        using var posted = await PostAsync(editor, address);
        using var visitor = await site.Visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        Assert.StartsWith("/Login", visitor.Headers.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_change_roles_gives_no_more_than_they_have()
    {
        using var roles = await site.SignInAsync("Roles");

        using var owner = await Browsing.PostFormAsync(roles, "/Admin/Roles/Edit/Roles", ("Granted", "SiteOwner"));
        using var taken = await Browsing.PostFormAsync(roles, "/Admin/Roles/Delete/Owner");
        using var given = await Browsing.PostFormAsync(roles, "/Admin/Roles/Create", ("Name", "Second"));

        Assert.Equal(HttpStatusCode.Forbidden, owner.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, taken.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, given.StatusCode);
    }

    // The token comes from a page everyone may open: a refused page has none.
    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] values)
    {
        var page = await browser.GetStringAsync("/Account");
        var token = System.Text.RegularExpressions.Regex.Match(page, """name="__RequestVerificationToken"[^>]*value="([^"]+)""").Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token), .. values.Select(value => new KeyValuePair<string, string>(value.Name, value.Value))]);
        return await browser.PostAsync(path, form);
    }
}
