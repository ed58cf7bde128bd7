using CityKnowledge.Cms.Benchmarks.Load;

namespace CityKnowledge.Cms.Benchmarks;

/// <summary>Requests to a running site, and how fast they should be.</summary>
/// <param name="OutputCache">Whether the site keeps finished pages.</param>
/// <param name="Share">Least share of the requests that a bare server answers.</param>
internal sealed record Workload(string Name, bool OutputCache, double Share, IReadOnlyList<Exchange> Exchanges);
