using CityKnowledge.Cms.Benchmarks.Load;
using CityKnowledge.Cms.Benchmarks.Servers;

namespace CityKnowledge.Cms.Benchmarks;

/// <summary>Warms a server up, then measures it: the same way for the site and for the yardstick.</summary>
internal sealed class Measure(TimeSpan duration)
{
    private const int LongestWarmUp = 90;
    private const int Calm = 8;

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

    // The runtime compiles what is used often again and better: warm is when everything was asked for once, and a few
    // more seconds bring no more.
    private static void WarmUp(LoadClient client, IReadOnlyList<Exchange> exchanges)
    {
        var best = 0.0;
        var asked = 0L;
        for (var (second, calm) = (0, 0); second < LongestWarmUp && (calm < Calm || asked < exchanges.Count); second++)
        {
            var now = client.Run(exchanges, TimeSpan.FromSeconds(1));
            asked += now.Count;
            calm = now.PerSecond < best * 1.03 ? calm + 1 : 0;
            best = Math.Max(best, now.PerSecond);
        }
    }
}
