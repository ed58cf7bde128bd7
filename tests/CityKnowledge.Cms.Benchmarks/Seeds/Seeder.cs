using System.Globalization;
using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Benchmarks.Seeds;

/// <summary>Makes any number of items like those of a real site: the same number always gives the same items.</summary>
internal sealed class Seeder
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly DateTime FirstDay = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly Random random = new(20_260_101);
    private readonly SeedFields fields;
    private readonly Vocabulary vocabulary;
    private readonly Prose prose;
    private readonly List<SeedItem> organizations = [];
    private readonly List<SeedItem> cities = [];
    private int made;

    public Seeder(Vocabulary vocabulary)
    {
        this.vocabulary = vocabulary;
        prose = new Prose(random);
        fields = new SeedFields(vocabulary, prose, random);
    }

    /// <summary>Organizations and cities first, then what refers to them: 2 and 10, then 13 events, 15 publications and 60 practices in a hundred.</summary>
    public IEnumerable<Seed> Make(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var share = (i + 0.5) / count;
            yield return share < 0.02 ? Organization() : share < 0.12 ? City() : share < 0.25 ? Event() : share < 0.40 ? Publication() : Practice();
        }
    }

    private Seed Organization()
    {
        var seat = prose.Pick(vocabulary.Cities);
        var (item, json) = Begin("Organization", $"Institute for {prose.Subject()} in {seat.Name}", "organizations", 0, null);
        json["Organization"] = new JsonObject
        {
            ["Acronym"] = SeedFields.Text("IN" + item.Title[^4..]),
            ["Kind"] = fields.Tag("organization-types", 1),
            ["Country"] = fields.Tag("places", seat.CountryId),
            ["Website"] = SeedFields.Link("https://example.org/" + item.Path),
            ["Description"] = fields.Markdown(seat.Name, 4),
        };
        organizations.Add(item);
        return new Seed(item, json);
    }

    private Seed City()
    {
        var real = vocabulary.Cities[cities.Count % vocabulary.Cities.Count];
        var (item, json) = Begin("City", $"{real.Name} district", "cities", 0, null);
        json["City"] = new JsonObject
        {
            ["Country"] = fields.Tag("places", real.CountryId),
            ["Location"] = new JsonObject { ["Latitude"] = real.Latitude, ["Longitude"] = real.Longitude },
            ["SettlementType"] = fields.Tag("settlement-types", 1),
            ["SizeClass"] = fields.Tag("city-sizes", 1),
            ["Population"] = SeedFields.Value(real.Population),
            ["PopulationYear"] = SeedFields.Value(2017),
            ["IsCapital"] = SeedFields.Value(false),
            ["Priorities"] = fields.Tag("sdg", 3),
            ["TimeZone"] = SeedFields.Text("UTC"),
            ["Description"] = fields.Markdown(real.Name, 4),
        };
        cities.Add(item);
        return new Seed(item, json);
    }

    private Seed Event()
    {
        var city = prose.Pick(cities);
        var starts = FirstDay.AddHours(random.Next(24 * 365 * 14));
        var (item, json) = Begin("Event", $"Forum on {prose.Subject()} in {city.Title.Split(' ')[0]}", "events", starts.Year, city);
        json["Event"] = new JsonObject
        {
            ["Kind"] = fields.Tag("event-kinds", 1),
            ["Starts"] = SeedFields.Moment(starts),
            ["Ends"] = SeedFields.Moment(starts.AddDays(2)),
            ["TimeZone"] = SeedFields.Text("UTC"),
            ["Attendance"] = SeedFields.Text("onsite"),
            ["City"] = SeedFields.Pick(city),
            ["Organizers"] = SeedFields.Pick(prose.Pick(organizations), prose.Pick(organizations)),
            ["Themes"] = fields.Tag("themes", 2),
            ["SdgTargets"] = fields.Tag("sdg", 3),
            ["Status"] = SeedFields.Text("held"),
            ["Outcome"] = fields.Markdown(city.Title, 3),
            ["Description"] = fields.Markdown(city.Title, 6),
        };
        return new Seed(item, json);
    }

    private Seed Publication()
    {
        var city = prose.Pick(cities);
        var year = 2000 + random.Next(26);
        var (item, json) = Begin("Publication", $"What {prose.Subject()} mean for {city.Title.Split(' ')[0]}", "publications", year, city);
        json["Publication"] = new JsonObject
        {
            ["Kind"] = fields.Tag("publication-kinds", 1),
            ["Authors"] = SeedFields.Values("Silva, Ana", "Tanaka, Ken", "Okafor, Ngozi"),
            ["Publishers"] = SeedFields.Pick(prose.Pick(organizations)),
            ["Year"] = SeedFields.Value(year),
            ["Series"] = SeedFields.Text("Working papers"),
            ["Abstract"] = fields.Markdown(city.Title, 6),
            ["KeyMessages"] = fields.Points(3),
            ["Languages"] = fields.Tag("languages", 1),
            ["Link"] = SeedFields.Link("https://example.org/" + item.Path),
            ["Themes"] = fields.Tag("themes", 2),
            ["SdgTargets"] = fields.Tag("sdg", 3),
            ["PolicyStages"] = fields.Tag("policy-stages", 1),
            ["Cities"] = SeedFields.Pick(city),
            ["AccessRights"] = SeedFields.Text("open access"),
        };
        return new Seed(item, json);
    }

    private Seed Practice()
    {
        var city = prose.Pick(cities);
        var year = 1995 + random.Next(30);
        var (item, json) = Begin("Practice", $"{prose.Subject()} for {city.Title.Split(' ')[0]}", "practices", year, city);
        json["Practice"] = fields.Practice(city, prose.Pick(organizations), prose.Pick(organizations), year);
        return new Seed(item, json);
    }

    private (SeedItem Item, JsonObject Json) Begin(string type, string subject, string folder, int year, SeedItem? city)
    {
        var number = (++made).ToString("000000", CultureInfo.InvariantCulture);
        var title = $"{char.ToUpperInvariant(subject[0])}{subject[1..]}, no {number}";
        var item = new SeedItem(NewId(), type, title, $"{folder}/{title.Replace(",", "", StringComparison.Ordinal).Replace(' ', '-').ToLowerInvariant()}", year, city, FirstDay.AddMinutes(made * 37L % 5_000_000));
        var moment = SeedFields.Moment(item.Published)["Value"]!;
        var json = new JsonObject
        {
            ["ContentItemId"] = item.Id,
            ["ContentItemVersionId"] = NewId(),
            ["ContentType"] = type,
            ["DisplayText"] = title,
            ["Latest"] = true,
            ["Published"] = true,
            ["ModifiedUtc"] = moment.DeepClone(),
            ["PublishedUtc"] = moment.DeepClone(),
            ["CreatedUtc"] = moment.DeepClone(),
            ["Owner"] = "admin",
            ["Author"] = "admin",
            ["TitlePart"] = new JsonObject { ["Title"] = title },
            ["AutoroutePart"] = new JsonObject { ["Path"] = item.Path },
            ["CommonPart"] = new JsonObject(),
            ["Knowledge"] = fields.Knowledge(item, number),
        };
        return (item, json);
    }

    private string NewId() => "4" + new string(random.GetItems<char>(Alphabet, 25));
}
