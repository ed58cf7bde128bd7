using BitFaster.Caching.Lru;

namespace CityKnowledge.Cms.Web.Accounts.Throttling;

/// <summary>Counts what happened per key within a window that opens with the first event. Memory is bounded: the keys unused longest are forgotten.</summary>
internal sealed class Tallies(int capacity, TimeProvider clock)
{
    private readonly ConcurrentLru<string, Tally> known = new(capacity);

    /// <summary>Counts one more and gives the sum.</summary>
    public int Add(string key, TimeSpan window)
    {
        var tally = known.GetOrAdd(key, static _ => new Tally());
        lock (tally)
        {
            var now = clock.GetUtcNow();
            if (tally.Ends <= now) (tally.Count, tally.Ends) = (0, now + window);
            return ++tally.Count;
        }
    }

    /// <summary>Counts one less.</summary>
    public void TakeBack(string key)
    {
        if (!known.TryGet(key, out var tally)) return;
        lock (tally) tally.Count = Math.Max(0, tally.Count - 1);
    }

    public void Forget(string key) => known.TryRemove(key);

    private sealed class Tally
    {
        public int Count { get; set; }
        public DateTimeOffset Ends { get; set; }
    }
}
