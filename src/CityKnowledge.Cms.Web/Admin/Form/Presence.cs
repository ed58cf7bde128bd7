using System.Threading.Channels;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>One open form.</summary>
/// <param name="Wake">Is written to when someone comes or goes.</param>
internal sealed record Watcher(string ItemId, string UserId, string Name, Channel<bool> Wake);

/// <summary>Knows who has the form of an item open on this node, right now.</summary>
internal sealed class Presence
{
    private const int MostForUser = 20;
    private const int MostForSite = 2_000;
    private readonly Lock gate = new();
    private readonly List<Watcher> watchers = [];

    /// <summary>Comes in; null when there are too many. Call <see cref="Leave"/> at the end.</summary>
    public Watcher? Enter(string itemId, string userId, string name)
    {
        lock (gate)
        {
            if (watchers.Count >= MostForSite || watchers.Count(watcher => watcher.UserId == userId) >= MostForUser) return null;
            var watcher = new Watcher(itemId, userId, name, Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }));
            Wake(itemId);
            watchers.Add(watcher);
            return watcher;
        }
    }

    public void Leave(Watcher watcher)
    {
        lock (gate)
        {
            watchers.RemoveAll(known => ReferenceEquals(known, watcher));
            Wake(watcher.ItemId);
        }
    }

    /// <summary>The others, each once; oneself too when there is another window.</summary>
    public IReadOnlyList<Watcher> ListOthers(Watcher self)
    {
        lock (gate)
        {
            return [.. watchers.Where(watcher => watcher.ItemId == self.ItemId && !ReferenceEquals(watcher, self)).DistinctBy(watcher => watcher.UserId).OrderBy(watcher => watcher.Name, StringComparer.Ordinal)];
        }
    }

    private void Wake(string itemId)
    {
        foreach (var watcher in watchers.Where(watcher => watcher.ItemId == itemId)) watcher.Wake.Writer.TryWrite(true);
    }
}
