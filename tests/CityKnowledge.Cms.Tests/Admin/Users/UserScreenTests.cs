using System.Net;
using CityKnowledge.Cms.Tests.Accounts;

namespace CityKnowledge.Cms.Tests.Admin.Users;

public sealed class UserScreenTests : IClassFixture<UserScreenTests.Shared>
{
    private readonly Site site;

    public UserScreenTests(Shared shared) => site = shared.Site;

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup => Members.Setup;
    }

    [Fact]
    public async Task Who_is_invited_chooses_a_password_and_is_in()
    {
        using var admin = await site.SignInAsync("Administrator");
        using var invited = await InviteAsync(admin, "anna", "anna@example.org", "Editor");
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);
        using var browser = site.NewBrowser();

        var link = Members.LinkIn(await Members.MailAsync(site, "anna@example.org", "Your account at Test site"));
        Assert.Contains("anna", await site.GetAsync(link), StringComparison.Ordinal);
        using var chosen = await Browsing.PostFormAsync(browser, link, ("NewPassword", "eleven blue balloons"));

        Assert.Equal("/Admin", chosen.Headers.Location?.ToString());
        await site.GetAsync("/Admin", browser);
        using var again = await site.Visitor.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        var user = (await Members.FindAsync(site, "anna"))!;
        Assert.Equal(["Editor"], user.RoleNames);
        var events = await Members.EventsAsync(site, user.Id);
        Assert.Subset(events.ToHashSet(), new HashSet<string> { "Invited", "MailSent", "SignedUp", "LogInSucceeded" });
    }

    [Fact]
    public async Task Without_a_mail_server_the_list_names_the_folder_where_mails_really_are()
    {
        await using var moved = await Site.StartAsync(Members.Setup.With("Site:DataFolder", "Elsewhere"));
        using var admin = await moved.SignInAsync("Administrator");

        var page = await DeskForms.ReadAsync(admin, "/Admin/Users/Index");

        Assert.Contains(Path.Combine(moved.Folder, "Elsewhere", "Sites", "Default", "Mails"), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Editor", false)]
    [InlineData(null, true)]
    public async Task Who_invites_is_told_where_the_mail_is_and_that_a_role_is_missing(string? role, bool isTold)
    {
        using var admin = await site.SignInAsync("Administrator");
        var name = "told-" + role;

        using var invited = await InviteAsync(admin, name, $"{name}@example.org", role is null ? [] : [role]);
        var page = await DeskForms.ReadAsync(admin, invited.Headers.Location!.ToString());

        Assert.Contains($"'{name}' is invited, but no mail server is set", page, StringComparison.Ordinal);
        Assert.Equal(isTold, page.Contains($"'{name}' has no role", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("x@example.org\r\nBcc: victim@example.org")]
    [InlineData("x@example.org, victim@example.org")]
    [InlineData("\"x\" <victim@example.org>")]
    [InlineData("no address")]
    [InlineData("")]
    public async Task A_mail_address_that_is_more_than_one_address_is_refused_and_everything_typed_is_kept(string email)
    {
        using var admin = await site.SignInAsync("Administrator");

        using var answer = await InviteAsync(admin, "mallory", email, "Editor");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Enter one mail address", page, StringComparison.Ordinal);
        Assert.Contains("""name="UserName" value="mallory" """, page, StringComparison.Ordinal);
        Assert.Null(await Members.FindAsync(site, "mallory"));
        Assert.DoesNotContain(Members.Mails(site), mail => mail.ToString().Contains("victim", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_and_addresses_belong_to_one_user_each()
    {
        await Members.AddAsync(site, "bela");
        using var admin = await site.SignInAsync("Administrator");

        using var name = await InviteAsync(admin, "BELA", "other@example.org");
        using var email = await InviteAsync(admin, "other", "Bela@example.org");
        using var disguised = await InviteAsync(admin, "bela@example.org", "third@example.org");

        Assert.Contains("Another user has this name", await name.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Another user has this mail address", await email.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, disguised.StatusCode);
    }

    [Fact]
    public async Task The_list_is_searched_with_Orchards_words()
    {
        await Members.AddAsync(site, "findme", "Author");
        var gone = await Members.AddAsync(site, "findmenot", "Editor");
        using var admin = await site.SignInAsync("Administrator");
        (await Browsing.PostFormAsync(admin, $"/Admin/Users/Edit/{gone}?handler=Disable")).Dispose();

        Assert.Equal(["findme", "findmenot"], await FindAsync(admin, "findme"));
        Assert.Equal(["findmenot"], await FindAsync(admin, "findme status:disabled"));
        Assert.Equal(["findme"], await FindAsync(admin, "role:author findme"));
        Assert.Equal(["findmenot"], await FindAsync(admin, "email:findmenot@"));
        Assert.Equal(["findme", "findmenot"], await FindAsync(admin, "findme status:nonsense sort:Email"));
        Assert.Empty(await FindAsync(admin, "findme' OR 1=1"));
    }

    [Fact]
    public async Task The_list_is_paged_by_name()
    {
        for (var i = 0; i < 55; i++) await PlainAsync($"page{i:00}");
        using var admin = await site.SignInAsync("Administrator");

        var first = await admin.GetStringAsync("/Admin/Users/Index?q=page");
        var next = System.Text.RegularExpressions.Regex.Match(first, "href=\"([^\"]*After=[^\"]*)\"").Groups[1].Value;
        var second = await admin.GetStringAsync(WebUtility.HtmlDecode(next));

        Assert.Equal(50, Names(first).Count);
        Assert.Equal(["page50", "page51", "page52", "page53", "page54"], Names(second));
    }

    [Fact]
    public async Task The_last_administrator_can_neither_go_nor_stop_being_one()
    {
        await using var alone = await Site.StartAsync(Members.Setup);
        using var admin = await Members.EnterAsync(alone, "admin");
        var id = (await Members.FindAsync(alone, "admin"))!.Id;

        using var demoted = await Browsing.PostFormAsync(admin, $"/Admin/Users/Edit/{id}", ("UserName", "admin"), ("Email", "admin@example.org"), ("RoleNames", "Editor"));
        using var disabled = await Browsing.PostFormAsync(admin, $"/Admin/Users/Edit/{id}?handler=Disable");
        (await Browsing.PostFormAsync(admin, $"/Admin/Users/Delete/{id}")).Dispose();

        Assert.Equal(HttpStatusCode.BadRequest, demoted.StatusCode);
        Assert.Contains("last administrator", await demoted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, disabled.StatusCode);
        Assert.Equal(["Administrator"], (await Members.FindAsync(alone, "admin"))!.RoleNames);
    }

    [Fact]
    public async Task A_form_made_before_someone_else_saved_is_refused()
    {
        var id = await Members.AddAsync(site, "cleo", "Editor");
        using var admin = await site.SignInAsync("Administrator");
        (await Browsing.PostFormAsync(admin, $"/Admin/Users/Edit/{id}", ("UserName", "cleo"), ("Email", "cleo2@example.org"), ("RoleNames", "Author"))).Dispose();

        using var stale = await Browsing.PostFormAsync(admin, $"/Admin/Users/Edit/{id}", ("Stamp", "of yesterday"), ("UserName", "cleo"), ("Email", "cleo3@example.org"));

        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Equal("cleo2@example.org", (await Members.FindAsync(site, "cleo"))!.Email);
    }

    [Fact]
    public async Task Passwords_stamps_and_ids_in_the_post_are_ignored()
    {
        var id = await Members.AddAsync(site, "dora", "Editor");
        using var admin = await site.SignInAsync("Administrator");

        (await Browsing.PostFormAsync(admin, $"/Admin/Users/Edit/{id}", ("UserName", "dora"), ("Email", "dora@example.org"), ("RoleNames", "Editor"),
            ("PasswordHash", "x"), ("User.PasswordHash", "x"), ("IsEnabled", "false"), ("SecurityStamp", "x"), ("TwoFactorEnabled", "true"))).Dispose();

        var user = (await Members.FindAsync(site, "dora"))!;
        Assert.True(user.IsEnabled);
        Assert.False(user.TwoFactorEnabled);
        using var still = await Members.EnterAsync(site, "dora");
    }

    [Fact]
    public async Task A_mail_that_cannot_be_sent_is_told_to_the_administrator()
    {
        await using var broken = await Site.StartAsync(Members.Setup.With("OrchardCore:OrchardCore_Email_Smtp:Host", "127.0.0.1").With("OrchardCore:OrchardCore_Email_Smtp:Port", "1"));
        using var admin = await broken.SignInAsync("Administrator");
        using var invited = await InviteAsync(admin, "erik", "erik@example.org", "Editor");
        Assert.Equal(HttpStatusCode.Redirect, invited.StatusCode);

        var page = "";
        for (var patience = 600; patience > 0 && !page.Contains("was not sent", StringComparison.Ordinal); patience--)
        {
            page = await admin.GetStringAsync(invited.Headers.Location);
            await Task.Delay(50);
        }

        Assert.Contains("127.0.0.1:1", page, StringComparison.Ordinal);
        Assert.Contains("Mail not sent", await admin.GetStringAsync("/Admin/Users/Index?q=erik"), StringComparison.Ordinal);
    }

    private async Task PlainAsync(string name)
    {
        await using var db = site.Get<CityKnowledge.Cms.Storage.Store>().OpenRead();
        db.Users.Add(new CityKnowledge.Cms.Storage.Rows.UserRow { Id = name, UserName = name, NormalizedUserName = name.ToUpperInvariant() });
        await db.SaveChangesAsync();
    }

    private static Task<HttpResponseMessage> InviteAsync(HttpClient admin, string name, string email, params string[] roles) =>
        Browsing.PostFormAsync(admin, "/Admin/Users/Create", [("UserName", name), ("Email", email), .. roles.Select(role => ("RoleNames", role))]);

    private static async Task<IReadOnlyList<string>> FindAsync(HttpClient admin, string query) =>
        Names(await admin.GetStringAsync("/Admin/Users/Index?q=" + Uri.EscapeDataString(query)));

    private static IReadOnlyList<string> Names(string page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page, "<a href=\"/Admin/Users/Edit/[^\"]+\" dir=\"auto\">([^<]+)<").Select(match => match.Groups[1].Value)];
}
