using CityKnowledge.Cms.Benchmarks.Load;
using CityKnowledge.Cms.Benchmarks.Servers;

namespace CityKnowledge.Cms.Benchmarks;

/// <summary>Warms a server up, then measures it: the same way for the site and for the yardstick.</summary>
internal sealed class Measure(TimeSpan duration)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);

    public Row Run(ServerProcess server, string name, IReadOnlyList<Exchange> exchanges)
    {
        var client = new LoadClient(server.Port);
        client.Run(exchanges, WarmUp);
        var (allocated, processor) = (server.ReadAllocatedBytes(), server.ProcessorTime);
        var load = client.Run(exchanges, duration);
        return new Row(name, load)
        {
            Allocated = (server.ReadAllocatedBytes() - allocated) / load.Count,
            Processor = (server.ProcessorTime - processor) / load.Count,
            Resident = server.ReadResidentBytes(),
        };
    }
}
