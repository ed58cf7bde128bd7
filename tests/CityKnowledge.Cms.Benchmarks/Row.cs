using System.Globalization;
using CityKnowledge.Cms.Benchmarks.Load;

namespace CityKnowledge.Cms.Benchmarks;

/// <summary>One line of the table; what was not measured stays empty.</summary>
internal sealed record Row(string Workload, LoadResult? Load, string Aim = "", bool? Met = null)
{
    public const string Head = """
        | workload | per second | p50 | p99 | allocated per request | processor per request | RSS | ratio to bare | aim | met? |
        |---|--:|--:|--:|--:|--:|--:|--:|--:|---|
        """;

    public long? Allocated { get; init; }
    public TimeSpan? Processor { get; init; }
    public long? Resident { get; init; }
    public double? Ratio { get; init; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {Workload} | {Load?.PerSecond:#,0} | {Milliseconds(Load?.Median)} | {Milliseconds(Load?.Slowest1Percent)} | {Kilobytes(Allocated)} | {Microseconds(Processor)} | {Megabytes(Resident)} | {Ratio:0.0 %} | {Aim} | {Met switch { true => "yes", false => "no", null => "" }} |");

    public static string Milliseconds(TimeSpan? time) =>
        time is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value.TotalMilliseconds:#,0.00} ms") : "";

    private static string Microseconds(TimeSpan? time) =>
        time is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value.TotalMicroseconds:#,0} µs") : "";

    private static string Kilobytes(long? bytes) =>
        bytes is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value / 1024.0:#,0.0} kB") : "";

    public static string Megabytes(long? bytes) =>
        bytes is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value / (1024.0 * 1024.0):#,0} MB") : "";
}
