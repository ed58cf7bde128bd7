using System.Collections.Concurrent;
using BitFaster.Caching.Lru;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>
/// Remembers which items a query for published content found, until something of the types it asks for changes. Finding
/// them again takes a hundred times longer than reading them from memory.
/// </summary>
public sealed class ListCache
{
    private const int MostLists = 4_000;
    private const int LongestList = 200;
    private readonly ChangeFeed feed;
    private readonly ConcurrentLru<string, KnownList> lists = new(MostLists);
    private readonly ConcurrentDictionary<string, long> lastChanges = new(StringComparer.Ordinal);
    private long lastChange;
    private long lastSetting;

    public ListCache(ChangeFeed feed)
    {
        ArgumentNullException.ThrowIfNull(feed);
        this.feed = feed;
        feed.Changed += Note;
    }

    /// <summary>The ids found before, or null.</summary>
    /// <param name="place">Where to <see cref="Keep"/> what is found now.</param>
    internal IReadOnlyList<string>? Find(ContentQuery query, out ListPlace place)
    {
        place = new ListPlace(QueryText.Of(query), feed.LastSequence);
        return lists.TryGet(place.Key, out var known) && known.Sequence >= LastChange(query.Types) ? known.Ids : null;
    }

    internal IReadOnlyList<string> Keep(ListPlace place, IReadOnlyList<string> ids)
    {
        if (ids.Count <= LongestList) lists.AddOrUpdate(place.Key, new KnownList(ids, place.Sequence));
        return ids;
    }

    private long LastChange(IReadOnlyList<string> types)
    {
        if (types.Count == 0) return Interlocked.Read(ref lastChange);
        // Definitions say what is indexed, so they concern every list.
        var last = Interlocked.Read(ref lastSetting);
        foreach (var type in types) last = Math.Max(last, lastChanges.GetValueOrDefault(type));
        return last;
    }

    private void Note(IReadOnlyList<ChangeRow> changes)
    {
        foreach (var change in changes) lastChanges[change.Kind] = change.Sequence;
        Interlocked.Exchange(ref lastChange, changes[^1].Sequence);
        if (changes.LastOrDefault(change => change.What == ChangeKind.Setting) is { } setting) Interlocked.Exchange(ref lastSetting, setting.Sequence);
    }

    /// <param name="Sequence">The last change known before the database was asked.</param>
    private sealed record KnownList(IReadOnlyList<string> Ids, long Sequence);
}

/// <summary>Where the list of a query is kept, and how much was known when it was asked for.</summary>
internal readonly record struct ListPlace(string Key, long Sequence);
