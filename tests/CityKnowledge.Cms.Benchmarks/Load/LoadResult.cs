using System.Diagnostics;

namespace CityKnowledge.Cms.Benchmarks.Load;

/// <summary>How fast a workload went.</summary>
/// <param name="Count">Finished requests, or items for imports.</param>
internal sealed record LoadResult(int Count, double PerSecond, TimeSpan Median, TimeSpan Slowest1Percent)
{
    /// <param name="times">Ticks of the stopwatch for each request.</param>
    public static LoadResult Of(List<long> times, TimeSpan elapsed)
    {
        times.Sort();
        return new LoadResult(times.Count, times.Count / elapsed.TotalSeconds, At(times, 0.5), At(times, 0.99));
    }

    private static TimeSpan At(List<long> sorted, double share) =>
        TimeSpan.FromSeconds((double)sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))] / Stopwatch.Frequency);
}
