using System.Text.Json;

namespace CityKnowledge.Cms.Tests.Demo;

/// <summary>The demo content is large and documented enough to judge the platform by.</summary>
[Collection(nameof(DemoSite))]
public sealed class ContentTests(DemoSite demo)
{
    [Fact]
    public async Task At_least_500_cities_have_a_place_and_a_population()
    {
        var cities = await demo.ListAsync("city", "displayText location { latitude longitude } population");

        var known = cities.Where(city => city.GetProperty("population").ValueKind == JsonValueKind.Number && city.GetProperty("population").GetDecimal() > 0 && IsPlace(city.GetProperty("location")));
        Assert.True(known.Count() >= 500, $"{known.Count()} of {cities.Count} cities");
    }

    [Fact]
    public async Task At_least_40_practices_from_25_cities_in_20_countries_name_their_source()
    {
        var practices = await demo.ListAsync("practice", "displayText source { url } cities { contentItems { displayText ... on City { path country { termContentItems { displayText } } } } }");

        Assert.All(practices, practice => AssertLink(practice.GetProperty("source").GetProperty("url")));
        Assert.All(practices, practice => Assert.NotEmpty(CitiesOf(practice)));
        var cities = practices.SelectMany(CitiesOf).DistinctBy(city => city.GetProperty("path").GetString()).ToList();
        var countries = cities.SelectMany(city => city.GetProperty("country").GetProperty("termContentItems").EnumerateArray()).Select(country => country.GetProperty("displayText").GetString()).Distinct();
        Assert.True(practices.Count >= 40, $"{practices.Count} practices");
        Assert.True(cities.Count >= 25, $"{cities.Count} cities");
        Assert.True(countries.Count() >= 20, $"{countries.Count()} countries");
    }

    [Fact]
    public async Task At_least_15_events_have_their_days_and_a_source()
    {
        var events = await demo.ListAsync("event", "displayText starts ends source { url }");

        Assert.True(events.Count >= 15, $"{events.Count} events");
        Assert.All(events, shown => Assert.True(shown.GetProperty("starts").GetDateTime() <= shown.GetProperty("ends").GetDateTime(), shown.ToString()));
        Assert.All(events, shown => AssertLink(shown.GetProperty("source").GetProperty("url")));
    }

    [Fact]
    public async Task At_least_25_publications_say_who_wrote_or_published_them_and_when()
    {
        var publications = await demo.ListAsync("publication", "displayText authors publishers { contentItems { displayText } } year");

        Assert.True(publications.Count >= 25, $"{publications.Count} publications");
        Assert.All(publications, publication => Assert.InRange(publication.GetProperty("year").GetDecimal(), 1900, DateTime.UtcNow.Year));
        Assert.All(publications, publication => Assert.True(HasOrigin(publication), publication.ToString()));
    }

    private static IEnumerable<JsonElement> CitiesOf(JsonElement practice) => practice.GetProperty("cities").GetProperty("contentItems").EnumerateArray();

    private static bool IsPlace(JsonElement location) =>
        location.ValueKind == JsonValueKind.Object && Math.Abs(location.GetProperty("latitude").GetDouble()) <= 90 && Math.Abs(location.GetProperty("longitude").GetDouble()) <= 180;

    private static void AssertLink(JsonElement url) =>
        Assert.True(Uri.TryCreate(url.GetString(), UriKind.Absolute, out var link) && link.Scheme is "http" or "https", $"'{url}' is no link.");

    private static bool HasOrigin(JsonElement publication) =>
        (publication.GetProperty("authors") is { ValueKind: JsonValueKind.Array } authors && authors.GetArrayLength() > 0)
        || publication.GetProperty("publishers").GetProperty("contentItems").GetArrayLength() > 0;
}
