using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Benchmarks.Seeds;

/// <summary>What the workloads remember of a seeded item, to know what must be answered.</summary>
/// <param name="Year">Start of a practice, year of a publication or event; 0 for others.</param>
/// <param name="City">The first city a practice or event is set in.</param>
internal sealed record SeedItem(string Id, string Type, string Title, string Path, int Year, SeedItem? City, DateTime Published);

/// <summary>An item to import, with what is remembered of it.</summary>
internal sealed record Seed(SeedItem Item, JsonObject Json);
