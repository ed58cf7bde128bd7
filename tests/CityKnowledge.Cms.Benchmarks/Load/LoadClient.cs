using System.Diagnostics;
using System.Net.Sockets;

namespace CityKnowledge.Cms.Benchmarks.Load;

/// <summary>
/// Sends requests over keep-alive connections, the next one on each as soon as its answer is there. One thread that
/// polls all sockets costs so little that the server, on the same machine, keeps most of the processors.
/// </summary>
internal sealed class LoadClient(int port, int connections = 32)
{
    private int next;

    /// <summary>Goes through the exchanges round and round for that long, from where the last run stopped.</summary>
    /// <exception cref="WrongAnswerException">An answer was not what its exchange expects.</exception>
    public LoadResult Run(IReadOnlyList<Exchange> exchanges, TimeSpan duration)
    {
        var all = Enumerable.Range(0, connections).Select(_ => new Connection(port)).ToDictionary(connection => connection.Socket);
        try
        {
            return Run(all, exchanges, duration);
        }
        finally
        {
            foreach (var connection in all.Values) connection.Dispose();
        }
    }

    private LoadResult Run(Dictionary<Socket, Connection> all, IReadOnlyList<Exchange> exchanges, TimeSpan duration)
    {
        var times = new List<long>(1_000_000);
        var waiting = all.Count;
        var ready = new List<Socket>(all.Count);
        var start = Stopwatch.GetTimestamp();
        var end = start + (long)(duration.TotalSeconds * Stopwatch.Frequency);
        foreach (var connection in all.Values) connection.Send(exchanges[next++ % exchanges.Count]);
        while (waiting > 0)
        {
            ready.Clear();
            ready.AddRange(all.Keys);
            Socket.Select(ready, null, null, TimeSpan.FromSeconds(30));
            if (ready.Count == 0) throw new WrongAnswerException("No answer for 30 seconds.");
            foreach (var socket in ready)
            {
                if (!all[socket].TryFinish(out var ticks)) continue;
                times.Add(ticks);
                if (Stopwatch.GetTimestamp() < end) all[socket].Send(exchanges[next++ % exchanges.Count]);
                else waiting--;
            }
        }

        return LoadResult.Of(times, Stopwatch.GetElapsedTime(start));
    }
}
