using CityKnowledge.Cms.Benchmarks.Load;
using CityKnowledge.Cms.Benchmarks.Servers;

namespace CityKnowledge.Cms.Benchmarks;

/// <summary>Warms a server up, then measures it: the same way for the site and for the yardstick.</summary>
internal sealed class Measure(TimeSpan duration)
{
    private const int LongestWarmUp = 20;

    public Row Run(ServerProcess server, string name, IReadOnlyList<Exchange> exchanges)
    {
        var client = new LoadClient(server.Port);
        WarmUp(client, exchanges);
        var (allocated, processor) = (server.ReadAllocatedBytes(), server.ProcessorTime);
        var load = client.Run(exchanges, duration);
        return new Row(name, load)
        {
            Allocated = (server.ReadAllocatedBytes() - allocated) / load.Count,
            Processor = (server.ProcessorTime - processor) / load.Count,
            Resident = server.ReadResidentBytes(),
        };
    }

    // The runtime compiles what is used often again and better: warm is when another second brings no more.
    private static void WarmUp(LoadClient client, IReadOnlyList<Exchange> exchanges)
    {
        var best = 0.0;
        for (var (second, calm) = (0, 0); second < LongestWarmUp && calm < 2; second++)
        {
            var now = client.Run(exchanges, TimeSpan.FromSeconds(1)).PerSecond;
            calm = now < best * 1.05 ? calm + 1 : 0;
            best = Math.Max(best, now);
        }
    }
}
