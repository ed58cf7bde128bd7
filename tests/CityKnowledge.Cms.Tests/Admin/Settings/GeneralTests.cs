using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CityKnowledge.Cms.Tests.Admin.Settings;

/// <summary>The general settings of the site.</summary>
public sealed partial class GeneralTests
{
    private const string Address = "/Admin/Settings/general";

    private static readonly SiteSetup Setup = SiteSetup.Of(
        Recipe.Type("Note"),
        """
        { "name": "Roles", "Roles": [
          { "Name": "Anonymous", "Permissions": ["ViewContent"] },
          { "Name": "Owner", "Permissions": ["AccessAdminPanel", "ManageSettings"] },
          { "Name": "Guest", "Permissions": ["AccessAdminPanel", "EditContent", "ApplyTheme"] } ] }
        """,
        """{ "name": "settings", "LocalizationSettings": { "DefaultCulture": "fr" }, "PageSize": 10 }""",
        Recipe.Content(Recipe.Item("Note", "40note00first0000000000000", "First")))
        .WithTheme(("views/Layout.liquid", "<html><title>{{ Site.SiteName }} {{ Site.PageSize }}</title>{% render_body %}</html>"));

    [Fact]
    public async Task Saved_settings_are_seen_by_visitors_at_once_and_noted()
    {
        await using var site = await Site.StartAsync(Setup);
        using var owner = await site.SignInAsync("Owner");
        // Twice, so that the page is kept.
        Assert.Contains("<title>Test site 10</title>", await site.GetAsync("/note/first"), StringComparison.Ordinal);
        Assert.Contains("<title>Test site 10</title>", await site.GetAsync("/note/first"), StringComparison.Ordinal);

        using var saved = await Browsing.PostFormAsync(owner, Address, ("SiteName", " Cité & <b>Wissen</b> "), ("BaseUrl", "https://city.example/"), ("TimeZoneId", "Asia/Bangkok"), ("PageSize", "25"));

        Assert.Equal(Address, saved.Headers.Location?.ToString());
        Assert.Contains("<title>Cité &amp; &lt;b&gt;Wissen&lt;/b&gt; 25</title>", await site.GetAsync("/note/first"), StringComparison.Ordinal);
        var form = await DeskForms.ReadAsync(owner, Address);
        Assert.Contains("value=\"https://city.example\"", form, StringComparison.Ordinal);
        var now = await site.Get<Content.Settings.CurrentSite>().GetAsync();
        Assert.Equal("Asia/Bangkok", now.TimeZoneId);
        Assert.Contains("fr", now.Group("LocalizationSettings").GetRawText(), StringComparison.Ordinal);
        await using var db = site.Get<Store>().OpenRead();
        var note = Assert.Single(db.Audit.Where(row => row.Category == "Settings"));
        Assert.Equal("SiteName, BaseUrl, TimeZoneId, PageSize", note.Detail);
        Assert.NotNull(note.UserId);
    }

    [Theory]
    [InlineData("SiteName", " ", "needs a name")]
    [InlineData("BaseUrl", "javascript:alert(1)", "must look like")]
    [InlineData("BaseUrl", "https://x.example/?a=b", "must look like")]
    [InlineData("BaseUrl", "https://user:secret@x.example", "must look like")]
    [InlineData("TimeZoneId", "Mars/Olympus", "no time zone 'Mars/Olympus'")]
    [InlineData("PageSize", "0", "from 1 to 100")]
    [InlineData("PageSize", "many", "many")]
    public async Task A_wrong_value_stays_in_the_form_beside_the_reason(string name, string value, string reason)
    {
        await using var site = await Site.StartAsync(Setup);
        using var owner = await site.SignInAsync("Owner");
        var fields = new Dictionary<string, string> { ["SiteName"] = "Typed name", ["BaseUrl"] = "", ["TimeZoneId"] = "UTC", ["PageSize"] = "12", [name] = value };

        using var answer = await Browsing.PostFormAsync(owner, Address, [.. fields.Select(field => (field.Key, field.Value))]);
        var page = await DeskForms.TextAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(reason, page, StringComparison.Ordinal);
        Assert.Contains($"href=\"#{name}\"", page, StringComparison.Ordinal);
        if (name != "SiteName") Assert.Contains("value=\"Typed name\"", page, StringComparison.Ordinal);
        if (name is "BaseUrl" or "PageSize") Assert.Contains($"value=\"{value}\"", page, StringComparison.Ordinal);
        Assert.Equal("Test site", (await site.Get<Content.Settings.CurrentSite>().GetAsync()).SiteName);
    }

    [Fact]
    public async Task Who_is_slower_sees_what_the_other_saved_and_decides()
    {
        await using var site = await Site.StartAsync(Setup);
        using var first = await site.SignInAsync("Owner");
        using var second = await site.SignInAsync("Owner");
        var old = Stamp().Match(await second.GetStringAsync(Address)).Groups["stamp"].Value;
        (string, string)[] theirs = [("SiteName", "Theirs"), ("BaseUrl", ""), ("TimeZoneId", "UTC"), ("PageSize", "10")];
        (string, string)[] mine = [("SiteName", "Mine"), ("BaseUrl", ""), ("TimeZoneId", "UTC"), ("PageSize", "10")];
        using var saved = await Browsing.PostFormAsync(first, Address, theirs);

        using var collided = await DeskForms.PostAsync(second, Address, [.. mine, ("Stamp", old)]);
        var page = await DeskForms.TextAsync(collided);
        var between = (await site.Get<Content.Settings.CurrentSite>().GetAsync()).SiteName;
        using var insisted = await DeskForms.PostAsync(second, Address, [.. mine, ("Stamp", Stamp().Match(page).Groups["stamp"].Value)]);

        Assert.Equal(HttpStatusCode.Conflict, collided.StatusCode);
        Assert.Contains("Someone else changed the settings", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Mine\"", page, StringComparison.Ordinal);
        Assert.Contains("<strong dir=\"auto\">Theirs</strong>", page, StringComparison.Ordinal);
        Assert.Equal("Theirs", between);
        Assert.Equal(HttpStatusCode.Redirect, insisted.StatusCode);
        Assert.Equal("Mine", (await site.Get<Content.Settings.CurrentSite>().GetAsync()).SiteName);
    }

    [Fact]
    public async Task Two_who_save_at_the_same_moment_do_not_overwrite_each_other()
    {
        await using var site = await Site.StartAsync(Setup);
        using var owner = await site.SignInAsync("Owner");
        var stamp = Stamp().Match(await owner.GetStringAsync(Address)).Groups["stamp"].Value;

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(number =>
            DeskForms.PostAsync(owner, Address, ("SiteName", $"Name {number}"), ("BaseUrl", ""), ("TimeZoneId", "UTC"), ("PageSize", "10"), ("Stamp", stamp))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Fields_that_are_not_in_the_form_and_people_without_the_right_change_nothing()
    {
        await using var site = await Site.StartAsync(Setup);
        using var owner = await site.SignInAsync("Owner");
        using var guest = await site.SignInAsync("Guest");
        var admin = (await site.Get<Content.Settings.CurrentSite>().GetAsync()).Json.GetProperty("SuperUser").GetString();

        using var saved = await Browsing.PostFormAsync(owner, Address, ("SiteName", "New"), ("BaseUrl", ""), ("TimeZoneId", "UTC"), ("PageSize", "10"), ("SuperUser", "me"), ("CurrentThemeName", "Evil"));
        using var refused = await DeskForms.PostAsync(guest, Address, ("SiteName", "Guest's"), ("BaseUrl", ""), ("TimeZoneId", "UTC"), ("PageSize", "10"));
        using var tokenless = await owner.PostAsync(Address, new FormUrlEncodedContent([KeyValuePair.Create("SiteName", "X")]));

        var now = await site.Get<Content.Settings.CurrentSite>().GetAsync();
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        Assert.Equal("New", now.SiteName);
        Assert.Equal(admin, now.Json.GetProperty("SuperUser").GetString());
        Assert.Null(now.Theme);
    }

    [GeneratedRegex("""name="Stamp"[^>]*value="(?<stamp>[^"]+)""")]
    private static partial Regex Stamp();
}
