using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Tests.Storage;

namespace CityKnowledge.Cms.Tests.Admin.Contents;

/// <summary>What the box of the content list understands, on either database.</summary>
public abstract class FilterPromises(SharedSite shared)
{
    private const string InFrench = """ "Practice": { "Summary": { "Text": "Résumé" }, "Language": { "TaxonomyContentItemId": "4aaaaaaaaaaaaaaaaaaaaaaan1", "TermContentItemIds": ["4aaaaaaaaaaaaaaaaaaaaaaaf1"] } } """;
    private const string AboutRivers = """ "Practice": { "Summary": { "Text": "S" }, "Themes": { "TaxonomyContentItemId": "4aaaaaaaaaaaaaaaaaaaaaaat1", "TermContentItemIds": ["4aaaaaaaaaaaaaaaaaaaaaaaw2"] } } """;

    private static SiteSetup Items { get; } = DeskSite.Of(
        DeskSite.Practice("1", "Bike lanes"), DeskSite.Practice("2", "Bus lanes"), DeskSite.Practice("3", "Pistes cyclables", InFrench),
        DeskSite.Practice("4", "Clean river", AboutRivers), DeskSite.Practice("5", "Markets (food)"), DeskSite.Secret("6", "Bike thieves"));

    public class OnSqlite : SharedSite
    {
        private protected override SiteSetup Setup => Items;
    }

    public sealed class OnPostgres(PostgresServer server) : OnSqlite
    {
        private protected override Task<SiteSetup> CompleteAsync(SiteSetup setup) => server.UseForAsync(setup);
    }

    [Theory]
    [InlineData("status:Drafts")]
    [InlineData("sort:Newest")]
    [InlineData("type:Nonsense")]
    public async Task A_word_that_means_nothing_here_is_named(string word)
    {
        using var editor = await shared.Site.SignInAsync("Editor");

        var page = await DeskForms.ReadAsync(editor, "/Admin/Contents/ContentItems?q=" + Uri.EscapeDataString(word));

        Assert.Contains("Passed over", page, StringComparison.Ordinal);
        Assert.Contains(word, page[page.IndexOf("Passed over", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bike", "Bike thieves, Bike lanes")]
    [InlineData("BIKE lanes", "Bike lanes")]
    [InlineData("bike OR bus", "Bike thieves, Bus lanes, Bike lanes")]
    [InlineData("lanes AND NOT bike", "Bus lanes")]
    [InlineData("NOT bike type:Practice", "Markets (food), Clean river, Pistes cyclables, Bus lanes")]
    [InlineData("(bike OR bus) lanes", "Bus lanes, Bike lanes")]
    [InlineData("\"us lan\"", "Bus lanes")]
    [InlineData("\"(food)\"", "Markets (food)")]
    [InlineData("type:Practice bike", "Bike lanes")]
    [InlineData("type:Nothing bike", "Bike thieves, Bike lanes")]
    [InlineData("stereotype:hidden", "Bike thieves")]
    [InlineData("culture:fr", "Pistes cyclables")]
    [InlineData("term:water", "Clean river")]
    [InlineData("term:6.1", "Clean river")]
    [InlineData("term:4aaaaaaaaaaaaaaaaaaaaaaaw2", "Clean river")]
    [InlineData("term:Rivers bike", "")]
    [InlineData("sort:Title lanes", "Bike lanes, Bus lanes")]
    [InlineData("status:draft", "")]
    [InlineData("status:published lanes sort:title", "Bike lanes, Bus lanes")]
    [InlineData("status:nonsense lanes sort:title", "Bike lanes, Bus lanes")]
    [InlineData("bike AND", "Bike thieves, Bike lanes")]
    [InlineData("NOT", "Bike thieves, Markets (food), Clean river, Pistes cyclables, Bus lanes, Bike lanes")]
    [InlineData(")) (bike", "Bike thieves, Bike lanes")]
    [InlineData("\"bike", "Bike thieves, Bike lanes")]
    [InlineData("100% _ike", "")]
    [InlineData("status:2", "Bike thieves, Markets (food), Clean river, Pistes cyclables, Bus lanes, Bike lanes")]
    public async Task The_box_finds(string filter, string titles)
    {
        using var admin = await shared.Site.SignInAsync(Caller.AdministratorRole);

        Assert.Equal(titles, string.Join(", ", await DeskSite.TitlesAsync(shared.Site, admin, filter)));
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("\0")]
    [InlineData("type:<script>alert(1)</script>")]
    [InlineData("((((((((((((((((((((((((((((((((((((((((((((((((((((((NOT NOT NOT")]
    public async Task Whatever_is_typed_is_answered(string filter)
    {
        using var admin = await shared.Site.SignInAsync(Caller.AdministratorRole);

        var page = await shared.Site.GetAsync("/Admin/Contents/ContentItems?after=nonsense&q=" + Uri.EscapeDataString(filter), admin);

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_writes_its_choices_into_the_box()
    {
        using var admin = await shared.Site.SignInAsync(Caller.AdministratorRole);

        using var answer = await admin.GetAsync("/Admin/Contents/ContentItems?q=bike&type=Practice&status=Draft&culture=fr&owner=me&term=Clean+water&sort=Title&filter=1");

        Assert.Equal("/Admin/Contents/ContentItems?q=" + Uri.EscapeDataString("type:Practice status:Draft culture:fr owner:me term:\"Clean water\" sort:Title bike"), answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_type_in_the_address_lists_that_type()
    {
        using var admin = await shared.Site.SignInAsync(Caller.AdministratorRole);

        Assert.Equal(["Bike thieves"], await DeskSite.TitlesAsync(shared.Site, admin, "", "/Admin/Contents/ContentItems/Secret"));
    }

    [Fact]
    public async Task Words_that_name_nothing_are_passed_over_and_named()
    {
        using var admin = await shared.Site.SignInAsync(Caller.AdministratorRole);

        var page = await shared.Site.GetAsync("/Admin/Contents/ContentItems?q=" + Uri.EscapeDataString("owner:nobody term:nothing culture:xx"), admin);

        Assert.Equal(6, DeskSite.TitlesOf(page).Count);
        Assert.Contains("owner:nobody", page, StringComparison.Ordinal);
        Assert.Contains("<code dir=\"auto\">term:nothing</code>", page, StringComparison.Ordinal);
    }
}

public sealed class FilterTests(FilterPromises.OnSqlite shared) : FilterPromises(shared), IClassFixture<FilterPromises.OnSqlite>;

public sealed class FilterOnPostgresTests(FilterPromises.OnPostgres shared) : FilterPromises(shared), IClassFixture<FilterPromises.OnPostgres>;
