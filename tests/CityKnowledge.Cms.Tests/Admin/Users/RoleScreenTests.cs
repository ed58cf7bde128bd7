using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Tests.Accounts;

namespace CityKnowledge.Cms.Tests.Admin.Users;

public sealed partial class RoleScreenTests : IClassFixture<RoleScreenTests.Shared>
{
    private readonly Site site;

    public RoleScreenTests(Shared shared) => site = shared.Site;

    public sealed class Shared : SharedSite
    {
        private protected override SiteSetup Setup => SiteSetup.Of(
            Recipe.Type("Practice", ("Summary", "TextField")),
            """{ "name": "Roles", "Roles": [ { "Name": "Writer", "Permissions": ["AccessAdminPanel", "PublishOwn_Practice", "ManageWorkflows"] }, { "Name": "Short", "Permissions": [] } ] }""");
    }

    [Fact]
    public async Task Permissions_are_ticked_per_type_and_hold_at_once()
    {
        using var admin = await site.SignInAsync("Administrator");
        var page = await admin.GetStringAsync("/Admin/Roles/Edit/Writer");
        Assert.Matches("""value="PublishOwn_Practice" checked""", page);
        Assert.Matches("""(?s)value="EditOwn_Practice"(?! checked).{0,400}allowed by PublishOwn_Practice""", page);

        using var saved = await PostAsync(admin, "/Admin/Roles/Edit/Writer", "AccessAdminPanel", "Edit_Practice", "ManageTaxonomy");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var access = site.Get<Access>();
        var writer = new Caller("x", "x", ["Writer"]);
        Assert.True(access.AllowsType(writer, Permissions.EditContent, "Practice"));
        Assert.True(access.AllowsType(writer, Permissions.ViewContent, "Practice"));
        Assert.False(access.AllowsType(writer, Permissions.PublishContent, "Practice"));
        Assert.True(access.Allows(writer, Permissions.ManageTaxonomy));
        Assert.Contains("ManageWorkflows", access.Roles.First(role => role.Name == "Writer").Permissions);
    }

    [Fact]
    public async Task Two_who_change_a_role_do_not_overwrite_each_other()
    {
        await site.RunStepsAsync("""{ "name": "Roles", "Roles": [ { "Name": "Shared", "Permissions": ["AccessAdminPanel"] } ] }""");
        using var admin = await site.SignInAsync("Administrator");
        var page = await admin.GetStringAsync("/Admin/Roles/Edit/Shared");
        (await PostAsync(admin, "/Admin/Roles/Edit/Shared", "AccessAdminPanel", "ManageTaxonomy")).Dispose();

        using var late = await SendAsync(admin, "/Admin/Roles/Edit/Shared", page, "AccessAdminPanel", "ManageUsers");
        var shown = await late.Content.ReadAsStringAsync();
        var kept = site.Get<Access>().Roles.First(role => role.Name == "Shared").Permissions;
        using var again = await SendAsync(admin, "/Admin/Roles/Edit/Shared", shown, "AccessAdminPanel", "ManageUsers");

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Redirect), (late.StatusCode, again.StatusCode));
        Assert.Matches("""value="ManageUsers" checked""", shown);
        Assert.Equal(["AccessAdminPanel", "ManageTaxonomy"], kept.Order());
    }

    [Fact]
    public async Task A_permission_nobody_knows_is_not_taken_from_a_form()
    {
        using var admin = await site.SignInAsync("Administrator");

        (await PostAsync(admin, "/Admin/Roles/Edit/Short", "MadeUp", "ListContent")).Dispose();

        Assert.Equal(["ListContent"], site.Get<Access>().Roles.First(role => role.Name == "Short").Permissions);
    }

    [Fact]
    public async Task A_deleted_role_is_taken_from_its_users()
    {
        await site.RunStepsAsync("""{ "name": "Roles", "Roles": [ { "Name": "Passing", "Permissions": ["AccessAdminPanel"] } ] }""");
        await Members.AddAsync(site, "anna", "Passing", "Writer");
        using var admin = await site.SignInAsync("Administrator");
        Assert.Contains("Users who hold it: 1", await admin.GetStringAsync("/Admin/Roles/Delete/Passing"), StringComparison.Ordinal);

        (await Browsing.PostFormAsync(admin, "/Admin/Roles/Delete/Passing")).Dispose();

        Assert.Equal(["Writer"], (await Members.FindAsync(site, "anna"))!.RoleNames);
        Assert.DoesNotContain(site.Get<Access>().Roles, role => role.Name == "Passing");
    }

    [Theory]
    [InlineData("Administrator")]
    [InlineData("Anonymous")]
    [InlineData("Authenticated")]
    public async Task Roles_of_the_system_stay(string role)
    {
        using var admin = await site.SignInAsync("Administrator");

        using var answer = await Browsing.PostFormAsync(admin, $"/Admin/Roles/Delete/{role}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains(site.Get<Access>().Roles, known => known.Name == role);
    }

    [Theory]
    [InlineData("", "1 to 60 characters")]
    [InlineData("a/b", "without slashes")]
    [InlineData("writer", "already")]
    public async Task A_name_that_cannot_be_is_refused_with_a_reason(string name, string reason)
    {
        using var admin = await site.SignInAsync("Administrator");

        using var answer = await Browsing.PostFormAsync(admin, "/Admin/Roles/Create", ("Name", name), ("Description", "kept"));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains("value=\"kept\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_with_a_hostile_name_is_shown_as_text_and_can_be_opened()
    {
        const string Name = "<b onclick=alert(1)>&?#%";
        using var admin = await site.SignInAsync("Administrator");

        using var made = await Browsing.PostFormAsync(admin, "/Admin/Roles/Create", ("Name", Name));
        var page = await admin.GetStringAsync(made.Headers.Location);

        Assert.DoesNotContain("<b onclick", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b onclick", await admin.GetStringAsync("/Admin/Roles/Index"), StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params string[] granted)
    {
        return await SendAsync(browser, path, await browser.GetStringAsync(path), granted);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string path, string page, params string[] granted)
    {
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), new("Stamp", Stamp().Match(page).Groups[1].Value), new("Description", "d"), new("Granted", ""), .. granted.Select(name => new KeyValuePair<string, string>("Granted", name))]);
        return await browser.PostAsync(path, form);
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex Token();

    [GeneratedRegex("""name="Stamp" value="([^"]*)""")]
    private static partial Regex Stamp();
}
