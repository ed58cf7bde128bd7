using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Web.Liquid.Caching;

/// <summary>
/// Says whether what was made from content is still current. Everything made is dropped with the next public change: to
/// make it again is cheap, and to know exactly what it depended on is not.
/// </summary>
internal sealed class ContentClock
{
    // Search indexes follow the log within a moment; what was asked of them so soon after a change may be old.
    private const long Settling = 4_000;
    private const long BriefLife = 500;
    private const long LongestLifeOfQueries = 60_000;
    private const long LongestLife = 600_000;
    private long version;
    private long changedAt = Environment.TickCount64 - Settling;

    public ContentClock(ChangeFeed feed) => feed.Changed += Tick;

    /// <summary>Rises with every change that visitors may see.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Until when something may be kept that was begun at <paramref name="begun"/>.</summary>
    /// <param name="begun">The version before the first reading.</param>
    /// <param name="askedQueries">Whether stored queries had a say.</param>
    public Freshness Judge(long begun, bool askedQueries)
    {
        var now = Environment.TickCount64;
        var isSettled = now - Interlocked.Read(ref changedAt) > Settling;
        var life = !askedQueries ? LongestLife : isSettled ? LongestLifeOfQueries : BriefLife;
        return new Freshness(begun, now + life);
    }

    public bool IsFresh(Freshness freshness) => freshness.Version == Version && Environment.TickCount64 < freshness.Until;

    private void Tick(IReadOnlyList<ChangeRow> changes)
    {
        // A saved draft changes nothing for visitors.
        if (changes.All(change => change.What == ChangeKind.Saved)) return;
        Interlocked.Exchange(ref changedAt, Environment.TickCount64);
        Interlocked.Increment(ref version);
    }
}

/// <summary>How long something made from content may be kept.</summary>
/// <param name="Version">Of the <see cref="ContentClock"/> when it was begun.</param>
/// <param name="Until">In ticks of <see cref="Environment.TickCount64"/>.</param>
internal readonly record struct Freshness(long Version, long Until);
