using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Lists;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Tests.GraphQl;
using CityKnowledge.Cms.Tests.Storage;

namespace CityKnowledge.Cms.Tests.Items;

/// <summary>The order of what stands in a list: one for editors, visitors and programs, on either database.</summary>
public abstract class ListOrderPromises(SharedSite shared)
{
    private const string Ordered = "400rdered00000000000000000";
    private const string Loose = "4100se00000000000000000000";

    private static SiteSetup Lists { get; } = SiteSetup.Of(
        GraphQlRecipe.OpenToVisitors,
        $$"""{ "name": "ContentDefinition", "ContentTypes": [ {{Type("Ordered", "true")}}, {{Type("Loose", "false")}}, { "Name": "Chapter", "Settings": {}, "ContentTypePartDefinitionRecords": [ { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} } ] } ] }""",
        Recipe.Content([List("Ordered", Ordered), List("Loose", Loose), .. Chapters(Ordered), .. Chapters(Loose)]))
        .WithTheme(("views/Layout.liquid", "{% render_body %}"), ("views/Content.liquid", "{% assign items = Model.ContentItem | list_items %}{% assign same = Model.ContentItem.ContentItemId | list_items %}{{ items | map: \"DisplayText\" | join: \", \" }};{{ same | map: \"DisplayText\" | join: \", \" }};"));

    public class OnSqlite : SharedSite
    {
        private protected override SiteSetup Setup => Lists;
    }

    public sealed class OnPostgres(PostgresServer server) : OnSqlite
    {
        private protected override Task<SiteSetup> CompleteAsync(SiteSetup setup) => server.UseForAsync(setup);
    }

    [Theory]
    [InlineData("Ordered", Ordered, "C, B, D, E, A")]
    [InlineData("Loose", Loose, "E, D, C, B, A")]
    public async Task A_list_has_one_order_wherever_it_is_read(string type, string id, string titles)
    {
        var container = (await shared.Site.Get<Containers>().FindAsync(id))!;
        var name = type.ToLowerInvariant();

        var desk = await shared.Site.Get<ContainedItems>().ListAsync(Caller.Site, container, 0, 10);
        var data = (await shared.Site.PostGraphQlAsync($$"""{ {{name}} { list { all: contentItems(first: 10) { displayText } some: contentItems(first: 2, skip: 1) { displayText } } } }""")).GetProperty("data");
        var page = await shared.Site.GetAsync("/" + name);

        Assert.Equal(titles, string.Join(", ", desk.Select(listed => listed.Item.DisplayText)));
        Assert.Equal(titles, GraphQlSite.Titles(data.GetProperty(name)[0].GetProperty("list").GetProperty("all")));
        Assert.Equal(titles[3..7], GraphQlSite.Titles(data.GetProperty(name)[0].GetProperty("list").GetProperty("some")));
        Assert.Equal($"{titles};{titles};", page.Trim());
    }

    // Neither the order of writing nor that of ids is the one wanted; B has no number, as in lists that were not ordered at first.
    private static IEnumerable<string> Chapters(string list) =>
    [
        Chapter(list, "A", 1, "2"), Chapter(list, "D", 4, "0"), Chapter(list, "B", 2, null), Chapter(list, "E", 4, "0"), Chapter(list, "C", 3, "-1"),
    ];

    private static string Chapter(string list, string title, int day, string? order) => Recipe.Item("Chapter", $"{list[..6]}ch{title.ToLowerInvariant()}00000000000000000", title, $$"""
        "ContainedPart": { "ListContentItemId": "{{list}}", "ListContentType": "{{(list == Ordered ? "Ordered" : "Loose")}}"{{(order is null ? "" : $", \"Order\": {order}")}} }
        """).Replace("\"CreatedUtc\": \"2025-03-01", $"\"CreatedUtc\": \"2025-03-0{day}", StringComparison.Ordinal);

    private static string List(string type, string id) => Recipe.Item(type, id, type, $$""" "ListPart": {}, "AutoroutePart": { "Path": "{{type.ToLowerInvariant()}}" } """);

    private static string Type(string name, string ordering) => $$"""
        { "Name": "{{name}}", "DisplayName": "{{name}}", "Settings": {}, "ContentTypePartDefinitionRecords": [
          { "PartName": "TitlePart", "Name": "TitlePart", "Settings": {} }, { "PartName": "AutoroutePart", "Name": "AutoroutePart", "Settings": {} },
          { "PartName": "ListPart", "Name": "ListPart", "Settings": { "ListPartSettings": { "ContainedContentTypes": ["Chapter"], "EnableOrdering": {{ordering}} } } } ] }
        """;
}

public sealed class ListOrderOnSqliteTests(ListOrderPromises.OnSqlite site) : ListOrderPromises(site), IClassFixture<ListOrderPromises.OnSqlite>;

public sealed class ListOrderOnPostgresTests(ListOrderPromises.OnPostgres site) : ListOrderPromises(site), IClassFixture<ListOrderPromises.OnPostgres>;
