using CityKnowledge.Cms.Benchmarks.Load;

namespace CityKnowledge.Cms.Benchmarks;

/// <summary>Requests to a running site, and how fast they should be.</summary>
/// <param name="Share">Least share of the requests that a bare server answers; null when there is no aim.</param>
internal sealed record Workload(string Name, Kept Kept, double? Share, IReadOnlyList<Exchange> Exchanges);

/// <summary>What the site may keep of the pages it made.</summary>
internal enum Kept
{
    Nothing,

    /// <summary>What <c>cache</c> blocks of the theme made.</summary>
    Blocks,

    /// <summary>Blocks, and finished pages.</summary>
    Pages,
}
