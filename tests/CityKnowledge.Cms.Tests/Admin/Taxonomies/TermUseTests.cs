using System.Net;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Tests.Admin.ContentTypes;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Tests.Admin.Taxonomies;

/// <summary>Terms that are used stay, and two people never overwrite each other.</summary>
public sealed class TermUseTests(TermUseTests.Given given) : IClassFixture<TermUseTests.Given>
{
    private const string Colours = "4colours000000000000000000";
    private Site Site => given.Site;

    [Fact]
    public async Task A_used_term_cannot_be_deleted_but_taken_out_of_use()
    {
        var librarian = await Site.SignInAsync(Roles.Librarian);
        Assert.Contains("is used 1 times", await Site.GetAsync($"/Admin/Taxonomies/Delete/{Colours}/4red0000000000000000000000", librarian), StringComparison.Ordinal);
        var item = await LatestAsync();
        var refused = await Assert.ThrowsAsync<InvalidContentException>(() => Site.Get<TaxonomyEditor>().DeleteAsync(Librarian, Colours, item.Stamp, "4red0000000000000000000000"));
        Assert.Contains("is used 1 times", refused.Message, StringComparison.Ordinal);

        var answer = await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Deprecate/{Colours}/4red0000000000000000000000", ("ValidTo", "2020-12-31"), ("ReplacedBy", "4green00000000000000000000"));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var tree = (await Site.Get<TaxonomyReader>().FindAsync(Colours))!;
        Assert.True(tree.Find("4red0000000000000000000000")!.IsDeprecated);
        Assert.Equal("4green00000000000000000000", tree.Find("4red0000000000000000000000")!.ReplacedBy);
        Assert.Contains("Out of use", await Site.GetAsync($"/Admin/Taxonomies/Tree/{Colours}", librarian), StringComparison.Ordinal);
        Assert.NotNull(await Site.FindAsync("4thing00000000000000000001"));
        var stays = await Assert.ThrowsAsync<InvalidContentException>(async () => await Site.Get<TaxonomyEditor>().DeleteAsync(Librarian, Colours, (await LatestAsync()).Stamp, "4green00000000000000000000"));
        Assert.Contains("replaced by this term", stays.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unused_term_is_deleted_and_noted()
    {
        var librarian = await Site.SignInAsync(Roles.Librarian);
        var add = await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Create/{Colours}", ("Title", "Mistake"));
        var id = add.Headers.Location!.ToString().Split("#term-")[1];

        var answer = await DesignTests.PressAsync(librarian, $"/Admin/Taxonomies/Delete/{Colours}/{id}", $"/Admin/Taxonomies/Delete/{Colours}/{id}", "x", "");

        Assert.Equal($"/Admin/Taxonomies/Tree/{Colours}", answer.Headers.Location?.ToString());
        Assert.Null((await Site.Get<TaxonomyReader>().FindAsync(Colours))!.Find(id));
        await using var db = Site.Get<Store>().OpenRead();
        Assert.Contains("Mistake", await db.Audit.Where(note => note.Category == "Taxonomy" && note.Event == "TermDeleted").Select(note => note.Detail).ToListAsync());
    }

    [Fact]
    public async Task Who_comes_second_is_told()
    {
        var librarian = await Site.SignInAsync(Roles.Librarian);
        var stamp = (await LatestAsync()).Stamp;
        await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Create/{Colours}", ("Title", "First"));

        var answer = await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Create/{Colours}", ("Title", "Second"), ("Stamp", stamp.ToString(System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("value=\"Second\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_attacks_is_only_a_word()
    {
        var librarian = await Site.SignInAsync(Roles.Librarian);

        await Browsing.PostFormAsync(librarian, $"/Admin/Taxonomies/Create/{Colours}", ("Title", "<svg onload=alert(1)>"));

        Assert.DoesNotContain("<svg onload", await Site.GetAsync($"/Admin/Taxonomies/Tree/{Colours}", librarian), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Admin/Taxonomies")]
    [InlineData($"/Admin/Taxonomies/Tree/{Colours}")]
    [InlineData($"/Admin/Taxonomies/Create/{Colours}")]
    [InlineData($"/Admin/Taxonomies/Edit/{Colours}/4blue000000000000000000000")]
    [InlineData($"/Admin/Taxonomies/Move/{Colours}/4blue000000000000000000000")]
    [InlineData($"/Admin/Taxonomies/Deprecate/{Colours}/4blue000000000000000000000")]
    [InlineData($"/Admin/Taxonomies/Delete/{Colours}/4blue000000000000000000000")]
    public async Task Only_librarians_come_in(string address)
    {
        foreach (var role in (string[])[Roles.Writer, Roles.Designer])
        {
            var user = await Site.SignInAsync(role);
            using var nothing = new FormUrlEncodedContent([]);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await user.PostAsync(address, nothing)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await (await Site.SignInAsync(Roles.Librarian)).GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Rights_are_asked_for_where_the_change_is_made() =>
        await Assert.ThrowsAsync<ForbiddenException>(() => Site.Get<TaxonomyEditor>().ShiftAsync(new Caller("x", "x", [Roles.Writer]), Colours, 1, "4blue000000000000000000000", 1));

    private static Caller Librarian { get; } = new("librarian", "librarian", [Roles.Librarian]);

    private async Task<ContentItem> LatestAsync() => (await Site.Get<ContentReader>().FindLatestAsync(Colours))!;

    public sealed class Given : SharedSite
    {
        private protected override SiteSetup Setup => SiteSetup.Of(
            Roles.Step,
            Recipe.Type("Colour", ("Code", "TextField")),
            Recipe.Type("Thing", ("Colours", "TaxonomyField")),
            """
            { "name": "ContentDefinition", "ContentTypes": [ { "Name": "Taxonomy", "DisplayName": "Taxonomy", "Settings": { "ContentTypeSettings": { "Draftable": true, "Versionable": true } },
              "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart" }, { "PartName": "AutoroutePart", "Name": "AutoroutePart" }, { "PartName": "TaxonomyPart", "Name": "TaxonomyPart" } ] } ] }
            """,
            Recipe.Content(
                Recipe.Item("Taxonomy", Colours, "Colours", $$"""
                    "AutoroutePart": { "Path": "colours", "RouteContainedItems": true },
                    "TaxonomyPart": { "TermContentType": "Colour", "Terms": [ {{Term("4red0000000000000000000000", "Red")}}, {{Term("4green00000000000000000000", "Green")}}, {{Term("4blue000000000000000000000", "Blue")}} ] }
                    """),
                Recipe.Item("Thing", "4thing00000000000000000001", "Rose", $$""" "Thing": { "Colours": { "TaxonomyContentItemId": "{{Colours}}", "TermContentItemIds": ["4red0000000000000000000000"] } } """)));

        private static string Term(string id, string name) =>
            $$"""{ "ContentItemId": "{{id}}", "ContentType": "Colour", "DisplayText": "{{name}}", "TitlePart": { "Title": "{{name}}" }, "AutoroutePart": { "Path": "colours/{{name.ToLowerInvariant()}}" } }""";
    }
}
