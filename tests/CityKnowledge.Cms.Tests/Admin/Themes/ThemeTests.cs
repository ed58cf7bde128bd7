using System.Net;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Tests.Admin.Themes;

/// <summary>Choosing a theme, and trying one before visitors see it.</summary>
public sealed class ThemeTests
{
    private static readonly SiteSetup Setup = SiteSetup.Of(
        Recipe.Type("Note"),
        """
        { "name": "Roles", "Roles": [
          { "Name": "Anonymous", "Permissions": ["ViewContent"] },
          { "Name": "Designer", "Permissions": ["AccessAdminPanel", "ApplyTheme"] },
          { "Name": "Guest", "Permissions": ["AccessAdminPanel", "EditContent", "ManageSettings"] } ] }
        """,
        Recipe.Content(Recipe.Item("Note", "40note00first0000000000000", "First"))) with
    {
        Theme = new Dictionary<string, string>
        {
            ["views/Layout.liquid"] = "first theme {% render_body %}",
            ["../Second/views/Layout.liquid"] = "second theme {% render_body %}",
            ["../Second/assets/second.css"] = "p { color: blue }",
            ["../Second/manifest.json"] = """{ "name": "Second <b>theme</b>", "version": "2.1", "author": "Studio" }""",
            ["../Broken/manifest.json"] = "{ oops",
        },
    };

    [Fact]
    public async Task The_chosen_theme_is_seen_at_once_and_noted()
    {
        await using var site = await StartAsync();
        using var designer = await site.SignInAsync("Designer");
        using var first = await DeskForms.PostAsync(designer, "/Admin/Themes/SetCurrentTheme/Test");
        Assert.Contains("first theme", await site.GetAsync("/note/first"), StringComparison.Ordinal);

        var list = await designer.GetStringAsync("/Admin/Themes");
        using var chosen = await DeskForms.PostAsync(designer, "/Admin/Themes/SetCurrentTheme/second");

        Assert.Contains("Second &lt;b&gt;theme&lt;/b&gt;", list, StringComparison.Ordinal);
        Assert.Contains("Studio", list, StringComparison.Ordinal);
        Assert.Equal("/Admin/Themes", chosen.Headers.Location?.ToString());
        Assert.Contains("second theme", await site.GetAsync("/note/first"), StringComparison.Ordinal);
        Assert.Contains("blue", await site.GetAsync("/Second/second.css"), StringComparison.Ordinal);
        await using var db = site.Get<Store>().OpenRead();
        Assert.Equal("Second", db.Audit.Where(row => row.Event == "ThemeApplied").OrderBy(row => row.Id).Last().Detail);
    }

    [Fact]
    public async Task A_theme_is_tried_by_one_person_alone()
    {
        await using var site = await StartAsync();
        using var designer = await site.SignInAsync("Designer");
        using var chosen = await DeskForms.PostAsync(designer, "/Admin/Themes/SetCurrentTheme/Test");

        using var tried = await DeskForms.PostAsync(designer, "/Admin/Themes/Try/Second");
        var mine = await site.GetAsync("/note/first", designer);
        var style = await site.GetAsync("/Second/second.css", designer);
        var theirs = await site.GetAsync("/note/first");
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/note/first");
        forged.Headers.Add("Cookie", "ThemePreview=Second");
        using var visitor = await site.Visitor.SendAsync(forged);
        var screen = await DeskForms.ReadAsync(designer, "/Admin/Themes");
        using var ended = await DeskForms.PostAsync(designer, "/Admin/Themes/EndTry");

        Assert.Equal("/", tried.Headers.Location?.ToString());
        Assert.Contains("second theme", mine, StringComparison.Ordinal);
        Assert.Contains("blue", style, StringComparison.Ordinal);
        Assert.Contains("first theme", theirs, StringComparison.Ordinal);
        Assert.Contains("first theme", await visitor.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("You see the site in 'Second'", screen, StringComparison.Ordinal);
        Assert.Contains("first theme", await site.GetAsync("/note/first", designer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_or_unknown_theme_is_not_taken()
    {
        await using var site = await StartAsync();
        using var designer = await site.SignInAsync("Designer");

        using var broken = await DeskForms.PostAsync(designer, "/Admin/Themes/SetCurrentTheme/Broken");
        var reason = await DeskForms.ReadAsync(designer, broken.Headers.Location!.ToString());
        using var unknown = await DeskForms.PostAsync(designer, "/Admin/Themes/SetCurrentTheme/..");
        using var other = await DeskForms.PostAsync(designer, "/Admin/Themes/SetCurrentTheme/Nothing");

        Assert.Contains("'Broken' cannot be used: Broken/manifest.json, line 1", reason, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, unknown.StatusCode);
        Assert.Null((await site.Get<Content.Settings.CurrentSite>().GetAsync()).Theme);
    }

    [Fact]
    public async Task The_setting_of_the_installation_wins_and_the_screen_says_so()
    {
        await using var site = await Site.StartAsync(Setup.With("Site:Theme", "Test"));
        using var designer = await site.SignInAsync("Designer");

        using var chosen = await DeskForms.PostAsync(designer, "/Admin/Themes/SetCurrentTheme/Second");

        Assert.Contains("The setting Site:Theme of this installation chooses 'Test'", await DeskForms.ReadAsync(designer, "/Admin/Themes"), StringComparison.Ordinal);
        Assert.Contains("first theme", await site.GetAsync("/note/first"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_apply_themes_neither_tries_nor_chooses()
    {
        await using var site = await StartAsync();
        using var guest = await site.SignInAsync("Guest");
        using var designer = await site.SignInAsync("Designer");

        using var screen = await guest.GetAsync("/Admin/Themes");
        using var chosen = await DeskForms.PostAsync(guest, "/Admin/Themes/SetCurrentTheme/Second");
        using var tried = await DeskForms.PostAsync(guest, "/Admin/Themes/Try/Second");
        using var looked = await designer.GetAsync("/Admin/Themes/SetCurrentTheme/Second");
        using var tokenless = await designer.PostAsync("/Admin/Themes/SetCurrentTheme/Second", new FormUrlEncodedContent([]));

        Assert.All([screen, chosen, tried], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, tokenless.StatusCode);
        Assert.Null((await site.Get<Content.Settings.CurrentSite>().GetAsync()).Theme);
    }

    private static Task<Site> StartAsync() => Site.StartAsync(Setup);
}
