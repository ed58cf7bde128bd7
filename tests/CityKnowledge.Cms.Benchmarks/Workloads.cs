using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Benchmarks.Load;
using CityKnowledge.Cms.Benchmarks.Seeds;
using CityKnowledge.Cms.Benchmarks.Servers;

namespace CityKnowledge.Cms.Benchmarks;

/// <summary>What visitors and programs ask of a site, with the answers that the seeded items make right.</summary>
internal sealed class Workloads(IReadOnlyList<SeedItem> items)
{
    private const int Variety = 2_000;
    private readonly IReadOnlyList<SeedItem> practices = [.. items.Where(item => item.Type == "Practice")];
    private readonly Random random = new(7);

    public IReadOnlyList<Workload> All =>
    [
        new("item page", Kept.Blocks, 0.25, [.. Some(items).Select(Page)]),
        new("GraphQL list of 20", Kept.Blocks, 0.08, [.. Enumerable.Range(0, Variety).Select(_ => List())]),
        new("GraphQL single with relation", Kept.Blocks, 0.20, [.. Some(practices).Select(Single)]),
        new("search with facets", Kept.Blocks, 0.015, [.. Prose.SearchWords().Select(Search)]),
        new("item page, theme's blocks off", Kept.Nothing, null, [.. Some(items).Select(Page)]),
        new("item page, cached", Kept.Pages, 0.60, [.. Some(items).Take(500).Select(Page)]),
    ];

    /// <summary>The content list of the administration; each request must stay below a second, whatever the number of items.</summary>
    public async Task<IReadOnlyList<Workload>> ForEditorsAsync(SignedIn admin)
    {
        const string List = "/Admin/Contents/ContentItems";
        var deep = await admin.FindPageAsync(List, 50);
        var rare = items[^1].Title;
        return
        [
            One("admin list, first page", List, "itemIds"),
            One("admin list, page 50", deep, "itemIds"),
            One("admin list, filtered", List + "?q=" + Uri.EscapeDataString("type:Practice status:Published sort:Title"), "itemIds"),
            One("admin list, searched", List + "?q=" + Uri.EscapeDataString($"\"{rare}\""), "itemIds"),
            One("admin list, searched in vain", List + "?q=zzzzzz", "Nothing matches"),
        ];

        Workload One(string name, string address, string expected) => new(name, Kept.Blocks, 0.0005, [Exchange.Get(address, admin.Cookie, [expected])]);
    }

    public static Exchange Page(SeedItem item) => Exchange.Get("/" + item.Path, item.Title);

    private static Exchange Search(string word) => Exchange.Get("/search?Terms=" + word, word, ", no 0");

    private static Exchange Single(SeedItem practice) => GraphQl(
        "query($id: ID) { practice(where: {contentItemId: $id}) { displayText startYear cities { contentItems { displayText } } } }",
        $$"""{"id":"{{practice.Id}}"}""",
        practice.Title,
        practice.City!.Title);

    // A year and a moment, so that hardly any two requests ask for the same list.
    private Exchange List()
    {
        var year = practices[random.Next(practices.Count)].Year;
        var since = practices[random.Next(practices.Count)].Published;
        var found = practices.Where(item => item.Year == year && item.Published > since).OrderBy(item => item.Title, StringComparer.OrdinalIgnoreCase).Take(20).ToList();
        return GraphQl(
            "query($year: Decimal, $since: DateTime) { practice(first: 20, where: {startYear: $year, createdUtc_gt: $since}, orderBy: {displayText: ASC}) { contentItemId displayText path startYear } }",
            $$"""{"year":{{year.ToString(CultureInfo.InvariantCulture)}},"since":"{{since:yyyy-MM-ddTHH:mm:ssZ}}"}""",
            [found.Count == 0 ? "[]" : found[0].Title, .. found.Skip(1).TakeLast(1).Select(item => item.Title)]);
    }

    private static Exchange GraphQl(string query, string variables, params string[] expected) => Exchange.PostJson(
        "/api/graphql", $$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables}}}""", expected);

    private IEnumerable<SeedItem> Some(IReadOnlyList<SeedItem> from) => Enumerable.Range(0, Variety).Select(_ => from[random.Next(from.Count)]);
}
