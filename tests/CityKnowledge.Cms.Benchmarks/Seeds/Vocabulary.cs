using System.Text.Json;

namespace CityKnowledge.Cms.Benchmarks.Seeds;

/// <summary>A real city that seeded items are set in.</summary>
internal sealed record SeedCity(string Name, string CountryId, double Latitude, double Longitude, double Population);

/// <summary>The terms and cities that the product's own recipes bring.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, (string Id, string[] Terms)> taxonomies = [];

    private Vocabulary(JsonElement vocabularies, JsonElement cities)
    {
        foreach (var item in Items(vocabularies))
        {
            var terms = item.GetProperty("TaxonomyPart").GetProperty("Terms").EnumerateArray().SelectMany(Leaves);
            taxonomies[item.GetProperty("AliasPart").GetProperty("Alias").GetString()!] = (Id(item), [.. terms.Select(Id)]);
        }

        Cities = [.. Items(cities).Where(item => item.TryGetProperty("City", out var city) && city.TryGetProperty("Population", out _)).Select(City).Where(city => city.Name.All(char.IsAsciiLetter))];
    }

    public IReadOnlyList<SeedCity> Cities { get; }

    public static Vocabulary Read(string recipes) => new(
        JsonDocument.Parse(File.ReadAllText(Path.Combine(recipes, "vocabularies.recipe.json"))).RootElement,
        JsonDocument.Parse(File.ReadAllText(Path.Combine(recipes, "demo.cities.recipe.json"))).RootElement);

    public string TaxonomyId(string alias) => taxonomies[alias].Id;

    /// <summary>The terms without children: for the goals their targets, for the places the countries.</summary>
    public IReadOnlyList<string> Terms(string alias) => taxonomies[alias].Terms;

    private static IEnumerable<JsonElement> Items(JsonElement recipe) =>
        recipe.GetProperty("steps").EnumerateArray().SelectMany(step => step.GetProperty("data").EnumerateArray());

    private static IEnumerable<JsonElement> Leaves(JsonElement term) =>
        term.TryGetProperty("Terms", out var children) && children.GetArrayLength() > 0 ? children.EnumerateArray().SelectMany(Leaves) : [term];

    private static string Id(JsonElement item) => item.GetProperty("ContentItemId").GetString()!;

    private static SeedCity City(JsonElement item)
    {
        var city = item.GetProperty("City");
        var place = city.GetProperty("Location");
        return new SeedCity(
            item.GetProperty("DisplayText").GetString()!,
            city.GetProperty("Country").GetProperty("TermContentItemIds")[0].GetString()!,
            place.GetProperty("Latitude").GetDouble(),
            place.GetProperty("Longitude").GetDouble(),
            city.GetProperty("Population").GetProperty("Value").GetDouble());
    }
}
