using System.Net;

namespace CityKnowledge.Cms.Tests.Accounts;

public sealed class SessionTests : IClassFixture<SessionTests.Shared>
{
    private readonly Site site;

    public SessionTests(Shared shared) => site = shared.Site;

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup => Members.Setup;
    }

    [Fact]
    public async Task Another_password_ends_all_other_sessions_at_once_and_keeps_this_one()
    {
        await Members.AddAsync(site, "anna");
        using var here = await Members.EnterAsync(site, "anna");
        using var elsewhere = await Members.EnterAsync(site, "anna");
        Assert.True(await Members.IsInAsync(elsewhere));

        using var changed = await Browsing.PostFormAsync(here, "/ChangePassword", ("CurrentPassword", Members.Password), ("NewPassword", "eleven blue balloons"));

        Assert.Equal("/Account", changed.Headers.Location?.ToString());
        Assert.True(await Members.IsInAsync(here));
        Assert.False(await Members.IsInAsync(elsewhere));
    }

    [Fact]
    public async Task Other_roles_end_the_session_at_once()
    {
        var id = await Members.AddAsync(site, "bela", "Editor");
        using var session = await Members.EnterAsync(site, "bela");
        Assert.True(await Members.IsInAsync(session));
        using var admin = await site.SignInAsync("Administrator");

        using var saved = await Browsing.PostFormAsync(admin, $"/Admin/Users/Edit/{id}", ("UserName", "bela"), ("Email", "bela@example.org"), ("RoleNames", "Author"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.False(await Members.IsInAsync(session));
        Assert.Equal(["Author"], (await Members.FindAsync(site, "bela"))!.RoleNames);
    }

    [Theory]
    [InlineData("Disable")]
    [InlineData("SignOut")]
    public async Task An_administrator_ends_sessions_at_once(string handler)
    {
        var name = "cleo" + handler;
        var id = await Members.AddAsync(site, name, "Editor");
        using var session = await Members.EnterAsync(site, name);
        Assert.True(await Members.IsInAsync(session));
        using var admin = await site.SignInAsync("Administrator");

        (await Browsing.PostFormAsync(admin, $"/Admin/Users/Edit/{id}?handler={handler}")).Dispose();

        Assert.False(await Members.IsInAsync(session));
    }

    [Fact]
    public async Task A_deleted_user_is_out_at_once()
    {
        var id = await Members.AddAsync(site, "dora", "Editor");
        using var session = await Members.EnterAsync(site, "dora");
        Assert.True(await Members.IsInAsync(session));
        using var admin = await site.SignInAsync("Administrator");

        (await Browsing.PostFormAsync(admin, $"/Admin/Users/Delete/{id}")).Dispose();

        Assert.False(await Members.IsInAsync(session));
        Assert.Null(await Members.FindAsync(site, "dora"));
    }

    [Fact]
    public async Task A_recipe_that_changes_a_user_ends_the_sessions_too()
    {
        var id = await Members.AddAsync(site, "edda", "Editor");
        using var session = await Members.EnterAsync(site, "edda");
        Assert.True(await Members.IsInAsync(session));

        await site.RunStepsAsync($$"""{ "name": "Users", "Users": [ { "UserId": "{{id}}", "UserName": "edda", "RoleNames": ["Author"] } ] }""");

        Assert.False(await Members.IsInAsync(session));
    }

    [Fact]
    public async Task What_a_role_allows_changes_at_once_without_a_new_session()
    {
        await Members.AddAsync(site, "fritz", "Roles");
        using var session = await Members.EnterAsync(site, "fritz");
        using var before = await session.GetAsync("/Admin/Roles/Index");
        using var admin = await site.SignInAsync("Administrator");

        (await Browsing.PostFormAsync(admin, "/Admin/Roles/Edit/Roles", ("Granted", "AccessAdminPanel"))).Dispose();
        using var after = await session.GetAsync("/Admin/Roles/Index");

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, after.StatusCode);
    }

    [Fact]
    public async Task Signing_out_elsewhere_keeps_this_session()
    {
        await Members.AddAsync(site, "greta");
        using var here = await Members.EnterAsync(site, "greta");
        using var elsewhere = await Members.EnterAsync(site, "greta");

        (await Browsing.PostFormAsync(here, "/Account?handler=SignOutOthers")).Dispose();

        Assert.True(await Members.IsInAsync(here));
        Assert.False(await Members.IsInAsync(elsewhere));
    }

    [Fact]
    public async Task Sessions_of_everyone_else_go_on()
    {
        await Members.AddAsync(site, "hans");
        await Members.AddAsync(site, "ines");
        using var hans = await Members.EnterAsync(site, "hans");
        using var ines = await Members.EnterAsync(site, "ines");

        (await Browsing.PostFormAsync(hans, "/Account?handler=SignOutOthers")).Dispose();

        Assert.True(await Members.IsInAsync(ines));
    }
}
