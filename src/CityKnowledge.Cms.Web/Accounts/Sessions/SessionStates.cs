using BitFaster.Caching.Lru;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Web.Accounts.Sessions;

/// <summary>What a session must agree with to go on.</summary>
internal sealed record SessionState(string? Stamp, bool IsEnabled, IReadOnlyList<string> Roles);

/// <summary>The accounts of those at work, kept in memory until the change log says that one changed.</summary>
internal sealed class SessionStates
{
    private const int Capacity = 10_000;
    private readonly Store store;
    private readonly ConcurrentLru<string, SessionState> known = new(Capacity);
    private long changes;

    public SessionStates(Store store, ChangeFeed feed)
    {
        this.store = store;
        feed.Changed += Forget;
    }

    /// <summary>The state of the account, or null when it was deleted.</summary>
    public async ValueTask<SessionState?> FindAsync(string userId, CancellationToken cancel)
    {
        if (known.TryGet(userId, out var state)) return state;
        var before = Interlocked.Read(ref changes);
        await using var db = store.OpenRead();
        var found = await db.Users.AsNoTracking().Where(user => user.Id == userId)
            .Select(user => new SessionState(user.SecurityStamp, user.IsEnabled, user.RoleNames)).FirstOrDefaultAsync(cancel);
        // What was read while an account changed may be the former state: it is used once and not kept.
        if (found is not null && before == Interlocked.Read(ref changes)) known.AddOrUpdate(userId, found);
        return found;
    }

    private void Forget(IReadOnlyList<ChangeRow> committed)
    {
        foreach (var change in committed.Where(change => change.Kind == ContentSession.UserKind))
        {
            Interlocked.Increment(ref changes);
            known.TryRemove(change.DocumentId);
        }
    }
}
