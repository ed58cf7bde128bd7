using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Tests.Admin.Contents;

/// <summary>The content list: whose items it shows, and page after page.</summary>
public sealed partial class ListTests : IAsyncLifetime
{
    private Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync(DeskSite.Of(DeskSite.Practice("1", "Public practice"), DeskSite.Secret("2", "A secret")));

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Theory]
    [InlineData("Reader", "My draft, Public practice")]
    [InlineData("Contributor", "My draft")]
    [InlineData("Author", "My draft")]
    [InlineData("Editor", "My draft, Draft of another, Public practice")]
    [InlineData(Caller.AdministratorRole, "My draft, Draft of another, A secret, Public practice")]
    public async Task A_person_finds_what_their_role_lets_them_see(string role, string titles)
    {
        using var browser = await site.SignInAsync(role);
        await DeskSite.SaveAsync(site, "Draft of another");
        await DeskSite.SaveAsync(site, "My draft", new Caller(await IdAsync(), null, [Caller.AdministratorRole]));

        Assert.Equal(titles, string.Join(", ", await DeskSite.TitlesAsync(site, browser, "")));
    }

    [Fact]
    public async Task A_type_one_may_not_list_is_not_found_by_asking_for_it()
    {
        using var editor = await site.SignInAsync("Editor");

        Assert.Equal(["Public practice"], await DeskSite.TitlesAsync(site, editor, "type:Secret"));
        Assert.Empty(await DeskSite.TitlesAsync(site, editor, "secret"));
    }

    [Fact]
    public async Task Visitors_are_sent_to_sign_in_and_others_need_the_panel()
    {
        using var visitor = await site.Visitor.GetAsync("/Admin/Contents/ContentItems");
        using var nobody = await site.SignInAsync();
        using var refused = await nobody.GetAsync("/Admin/Contents/ContentItems");

        Assert.Equal(HttpStatusCode.Redirect, visitor.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Theory]
    [InlineData("sort:Title")]
    [InlineData("sort:Modified")]
    [InlineData("sort:Created")]
    [InlineData("sort:Published")]
    public async Task Every_item_stands_on_exactly_one_page(string order)
    {
        await site.RunStepsAsync(Recipe.Content([.. Enumerable.Range(100, 130).Select(i => DeskSite.Practice(i.ToString(System.Globalization.CultureInfo.InvariantCulture), $"Practice {i % 60}"))]));
        using var admin = await site.SignInAsync(Caller.AdministratorRole);
        var seen = new List<string>();
        var page = await site.GetAsync("/Admin/Contents/ContentItems?q=" + order, admin);
        while (true)
        {
            seen.AddRange(Ids().Matches(page).Select(match => match.Groups[1].Value));
            if (Next().Match(page) is not { Success: true } next) break;
            page = await site.GetAsync(WebUtility.HtmlDecode(next.Groups[1].Value), admin);
        }

        Assert.Equal(132, seen.Count);
        Assert.Equal(132, seen.Distinct().Count());
    }

    [Fact]
    public async Task Draft_and_published_are_told_apart()
    {
        await DeskSite.SaveAsync(site, "Public practice, rewritten", id: DeskSite.Id("1"));
        using var admin = await site.SignInAsync(Caller.AdministratorRole);

        Assert.Equal(["Public practice, rewritten"], await DeskSite.TitlesAsync(site, admin, "status:draft"));
        Assert.Equal(["Public practice, rewritten"], await DeskSite.TitlesAsync(site, admin, "status:published type:Practice"));
        var page = await site.GetAsync("/Admin/Contents/ContentItems?q=rewritten", admin);
        Assert.Contains("badge published", page, StringComparison.Ordinal);
        Assert.Contains("badge draft", page, StringComparison.Ordinal);
        Assert.Contains($"/Admin/Contents/ContentItems/{DeskSite.Id("1")}/DiscardDraft", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scheduled_items_say_when()
    {
        await DeskSite.SaveAsync(site, "Next year", change: draft => draft.Part(Schedule.PublishPart)[Schedule.PublishMember] = "2099-05-01T08:00:00Z");
        using var admin = await site.SignInAsync(Caller.AdministratorRole);

        var page = await site.GetAsync("/Admin/Contents/ContentItems?q=next", admin);

        Assert.Contains("2099-05-01T08:00:00Z", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_is_shown_as_it_is_written()
    {
        await DeskSite.SaveAsync(site, "<script>alert(1)</script> {{ 7 | times: 6 }} <svg onload=alert(2)>");
        using var admin = await site.SignInAsync(Caller.AdministratorRole);

        foreach (var address in (string[])["/Admin/Contents/ContentItems", "/Admin"])
        {
            var page = await site.GetAsync(address, admin);
            Assert.Contains("&lt;script&gt;alert(1)", page, StringComparison.Ordinal);
            Assert.Contains("{{ 7 | times: 6 }}", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<svg onload", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_empty_list_teaches_what_to_do()
    {
        using var author = await site.SignInAsync("Author");

        var page = await site.GetAsync("/Admin/Contents/ContentItems", author);

        Assert.Contains("Nothing here yet", page, StringComparison.Ordinal);
        Assert.Contains("/Admin/Contents/ContentTypes/Practice/Create", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/Admin/Contents/ContentTypes/Secret/Create", page, StringComparison.Ordinal);
    }

    // Besides the administrator of the set-up there is one account, made by the test.
    private async Task<string> IdAsync()
    {
        await using var db = site.Get<Store>().OpenRead();
        return (await db.Users.ToListAsync()).Single(user => user.UserName != "admin").Id;
    }

    [GeneratedRegex("""name="itemIds" value="([^"]+)" """)]
    private static partial Regex Ids();

    [GeneratedRegex("""rel="next" href="([^"]+)">""")]
    private static partial Regex Next();
}
