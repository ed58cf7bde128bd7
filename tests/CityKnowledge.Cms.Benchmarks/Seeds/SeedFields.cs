using System.Globalization;
using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Benchmarks.Seeds;

/// <summary>Writes the JSON of fields, filled as people fill them.</summary>
internal sealed class SeedFields(Vocabulary vocabulary, Prose prose, Random random)
{
    // The set-up recipe allows no longer summary.
    private static string Short(string text) => text.Length <= 300 ? text : text[..300];

    public static JsonObject Text(string text) => new() { ["Text"] = text };

    public static JsonObject Value(JsonNode value) => new() { ["Value"] = value };

    public static JsonObject Moment(DateTime moment) => Value(moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    public static JsonObject Link(string address) => new() { ["Url"] = address, ["Text"] = "Source" };

    public static JsonObject Values(params string[] values) => new() { ["Values"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    public static JsonObject Pick(params SeedItem[] items) =>
        new() { ["ContentItemIds"] = new JsonArray([.. items.Select(item => item.Id).Distinct(StringComparer.Ordinal).Select(id => (JsonNode)id)]) };

    public JsonObject Points(int count) => Values([.. Enumerable.Range(0, count).Select(_ => prose.Point())]);

    public JsonObject Markdown(string city, int sentences) => new() { ["Markdown"] = prose.Paragraph(city, sentences) };

    /// <summary>One to so many terms of a taxonomy.</summary>
    public JsonObject Tag(string alias, int most)
    {
        var terms = Enumerable.Range(0, 1 + random.Next(most)).Select(_ => prose.Pick(vocabulary.Terms(alias)));
        return Tag(alias, [.. terms.Distinct(StringComparer.Ordinal)]);
    }

    public JsonObject Tag(string alias, params string[] terms) => new()
    {
        ["TaxonomyContentItemId"] = vocabulary.TaxonomyId(alias),
        ["TermContentItemIds"] = new JsonArray([.. terms.Select(term => (JsonNode)term)]),
    };

    public JsonObject Knowledge(SeedItem item, string number) => new()
    {
        ["Summary"] = Text(Short(prose.Paragraph(item.City?.Title ?? item.Title, 2))),
        ["Highlights"] = Points(3),
        ["Language"] = Tag("languages", 1),
        ["License"] = Tag("licences", 1),
        ["Visibility"] = Text("public"),
        ["Source"] = Link("https://example.org/" + item.Path),
        ["SourceNote"] = Text("Made for measuring; no such thing happened."),
        ["ReviewedOn"] = Value("2026-01-20T00:00:00Z"),
        ["NextReviewOn"] = Value("2027-01-20T00:00:00Z"),
        ["FactsAsOf"] = Value("2025-12-01T00:00:00Z"),
        ["Identifier"] = Text("BM-" + number),
    };

    public JsonObject Practice(SeedItem city, SeedItem lead, SeedItem partner, int year)
    {
        var practice = new JsonObject
        {
            ["Cities"] = Pick(city),
            ["LeadOrganization"] = Pick(lead),
            ["Partners"] = Pick(partner),
            ["PracticeType"] = Tag("practice-types", 1),
            ["Themes"] = Tag("themes", 3),
            ["SdgTargets"] = Tag("sdg", 5),
            ["PolicyStages"] = Tag("policy-stages", 2),
            ["Status"] = Tag("practice-status", 1),
            ["StartYear"] = Value(year),
            ["EndYear"] = Value(year + random.Next(1, 8)),
            ["SuccessFactors"] = Points(3),
            ["Lessons"] = Points(3),
            ["TransferOffer"] = Value(random.Next(2) == 0),
            ["Contact"] = Link("https://example.org/contact"),
            ["Website"] = Link("https://example.org/practice"),
        };
        foreach (var field in (string[])["Challenge", "Objectives", "Solution", "Implementation", "Governance", "Participation", "ResultsText", "Obstacles", "Sustainability", "Transferability"])
        {
            practice[field] = Markdown(city.Title, 4);
        }

        return practice;
    }
}
