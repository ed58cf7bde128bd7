using System.Globalization;

namespace CityKnowledge.Cms.Benchmarks;

/// <summary>What to measure, from the command line.</summary>
/// <param name="Items">Numbers of seeded items; one table each.</param>
/// <param name="Seconds">How long each workload is measured.</param>
/// <param name="Only">Names of workloads to run; empty for all.</param>
/// <param name="Keep">Folder for the published site and the databases, kept for the next run; null for a temporary one.</param>
internal sealed record Options(IReadOnlyList<int> Items, int Seconds, IReadOnlyList<string> Only, string? Keep)
{
    public const string Usage = "[--items 5000,100000] [--seconds 5] [--only name,name] [--keep folder]";

    public static Options Read(string[] args)
    {
        var options = new Options([5_000, 100_000], 5, [], null);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) throw new ArgumentException($"'{args[i]}' needs a value. Usage: {Usage}");
            options = args[i] switch
            {
                "--items" => options with { Items = [.. args[i + 1].Split(',').Select(Number)] },
                "--seconds" => options with { Seconds = Number(args[i + 1]) },
                "--only" => options with { Only = args[i + 1].Split(',') },
                "--keep" => options with { Keep = Path.GetFullPath(args[i + 1]) },
                _ => throw new ArgumentException($"'{args[i]}' is not known. Usage: {Usage}"),
            };
        }

        return options;
    }

    public bool Wants(string workload) => Only.Count == 0 || Only.Any(name => workload.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"'{text}' is no positive number. Usage: {Usage}");
}
