using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Tests.Admin.ContentTypes;

namespace CityKnowledge.Cms.Tests.Admin.Taxonomies;

/// <summary>Terms are added, changed, moved and deleted in the browser.</summary>
public sealed class TermTests
{
    private const string Goals = "443rtpzb8q1qb6fa7v9hshx6tg";

    [Fact]
    public async Task Vocabularies_are_kept_in_order()
    {
        await using var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        await site.RunStepsAsync(Roles.Step);
        var librarian = await site.SignInAsync(Roles.Librarian);
        var goal = await FindAsync(site, Goals, "11");
        var target = await FindAsync(site, Goals, "11.2");

        Assert.Contains("Taxonomies/Tree/" + Goals, await site.GetAsync("/Admin/Taxonomies", librarian), StringComparison.Ordinal);
        var tree = await site.GetAsync($"/Admin/Taxonomies/Tree/{Goals}", librarian);
        Assert.Equal(186, tree.Split("data-term-tree-target=\"term\"").Length - 1);
        Assert.Equal(2, (await site.GetAsync($"/Admin/Taxonomies/Tree/{Goals}?q=11.2", librarian)).Split("data-term-tree-target=\"term\"").Length - 1);
        Assert.Contains("No term has these letters", await site.GetAsync($"/Admin/Taxonomies/Tree/{Goals}?q=zzzz", librarian), StringComparison.Ordinal);

        await AddAsync(site, librarian, goal);
        await TranslateAsync(site, librarian, target);
        await MoveAsync(site, librarian, target);
    }

    [Fact]
    public async Task A_renamed_term_leads_from_its_old_address_to_the_new_one()
    {
        await using var site = await Site.StartAsync(SiteSetup.CityKnowledge);
        await site.RunStepsAsync(Roles.Step);
        var librarian = await site.SignInAsync(Roles.Librarian);
        const string Themes = "47f9etc4bbds40pr9tf0hjxkr3";
        var term = await FindAsync(site, Themes, "housing");

        var answer = await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Edit/{Themes}/{term}", ("Title", "Homes"), ("Address", "housing-and-informal-settlements"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var old = await site.Visitor.GetAsync("/themes/housing-and-informal-settlements");
        Assert.Equal("/themes/homes", old.Headers.Location?.ToString());
        Assert.Contains("Homes", await site.GetAsync("/themes/homes"), StringComparison.Ordinal);
        var versions = await site.Get<ContentReader>().ListVersionsAsync(Themes);
        Assert.Equal(2, versions.Count);
        Assert.True(versions[0] is { Published: true, Latest: true });
    }

    private static async Task AddAsync(Site site, HttpClient librarian, string goal)
    {
        var answer = await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Create/{Goals}?parent={goal}", ("Title", "Cable cars for all"), ("SdgTerm.Code.Text", "11.z"), ("SdgTerm.NameFr.Text", "Des téléphériques pour tous"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("Cable cars for all", await site.GetAsync("/goals/11/z"), StringComparison.Ordinal);
        var again = await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Create/{Goals}?parent={goal}", ("Title", "CABLE CARS for all"));
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Contains("in that place already", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var code = await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Create/{Goals}", ("Title", "Another"), ("SdgTerm.Code.Text", "11.Z"));
        Assert.Contains("has the code 11.Z already", WebUtility.HtmlDecode(await code.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private static async Task TranslateAsync(Site site, HttpClient librarian, string target)
    {
        var answer = await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Edit/{Goals}/{target}", ("Title", "Transport for everyone"), ("SdgTerm.Code.Text", "11.2"), ("SdgTerm.NameAr.Text", "النقل للجميع"), ("SdgTerm.Owner.Text", "not a field"), ("ContentItemId", "stolen"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var term = (await site.Get<TaxonomyReader>().FindAsync(Goals))!.Find(target)!;
        Assert.Equal("Transport for everyone", term.Item.DisplayText);
        Assert.Equal("النقل للجميع", term.Item.Field("SdgTerm", "NameAr").Get("Text").AsText());
        Assert.Equal("http://metadata.un.org/sdg/11.2", term.Item.Field("SdgTerm", "Iri").Get("Text").AsText());
        Assert.DoesNotContain("not a field", term.Item.Content.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("goals/11/2", term.Item.Field("AutoroutePart", "Path").AsText());
    }

    private static async Task MoveAsync(Site site, HttpClient librarian, string target)
    {
        var nine = await FindAsync(site, Goals, "9");
        var answer = await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Move/{Goals}/{nine}", ("Parent", target), ("IsFirst", "false"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var deep = await site.Visitor.GetAsync("/goals/9/1");
        Assert.Equal("/goals/11/2/9/1", deep.Headers.Location?.ToString());
        var eleven = await FindAsync(site, Goals, "11");
        var circle = await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Move/{Goals}/{eleven}", ("Parent", nine));
        Assert.Equal(HttpStatusCode.BadRequest, circle.StatusCode);
        Assert.Contains("below itself", await circle.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string> FindAsync(Site site, string taxonomy, string code)
    {
        var tree = (await site.Get<TaxonomyReader>().FindAsync(taxonomy))!;
        return tree.Terms.First(term => term.Item.Field(term.Item.ContentType, "Code").Get("Text").AsText() == code).Id;
    }
}
