using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CityKnowledge.Cms.Content.Changes;

/// <summary>Runs every <see cref="ChangeConsumer"/> from its cursor, at once after a commit here and by polling for other nodes.</summary>
public sealed class ChangeRunner(Store store, ContentStart content, IEnumerable<ChangeConsumer> consumers, ILogger<ChangeRunner> log) : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);
    private readonly ChangeFeed feed = store.Feed;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(consumers.Select(consumer => FollowAsync(consumer, stoppingToken)).Append(WatchOtherNodesAsync(stoppingToken)));

    private async Task FollowAsync(ChangeConsumer consumer, CancellationToken stop)
    {
        await Task.Yield();
        var pause = Poll;
        while (!stop.IsCancellationRequested)
        {
            var signal = feed.NextAsync;
            try
            {
                while (await CatchUpAsync(consumer, stop)) pause = Poll;
                await Task.WhenAny(signal, Task.Delay(Poll, stop));
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                // Whatever went wrong, the cursor has not moved: nothing is lost, and the next try starts from it.
                log.LogError(trouble, "Consumer {Consumer} failed; trying again in {Pause}.", consumer.Name, pause);
                await Task.Delay(pause, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                pause = pause * 2 > LongestPause ? LongestPause : pause * 2;
            }
        }
    }

    private async Task<bool> CatchUpAsync(ChangeConsumer consumer, CancellationToken stop)
    {
        var own = await consumer.FindOwnCursorAsync(stop);
        await using var db = store.OpenRead();
        var cursor = own is null ? await db.Cursors.FindAsync([consumer.Name], stop) : null;
        var after = own ?? cursor?.Sequence ?? 0;
        var changes = await db.Changes.AsNoTracking().Where(change => change.Sequence > after)
            .OrderBy(change => change.Sequence).Take(BatchSize).ToListAsync(stop);
        if (changes.Count == 0) return false;
        await consumer.ConsumeAsync(changes, stop);
        if (own is null) await MoveAsync(db, cursor, consumer.Name, changes[^1].Sequence, stop);
        return changes.Count == BatchSize;
    }

    private static async Task MoveAsync(StorageContext db, CursorRow? cursor, string consumer, long sequence, CancellationToken stop)
    {
        if (cursor is null) db.Cursors.Add(new CursorRow { Consumer = consumer, Sequence = sequence });
        else cursor.Sequence = sequence;
        await db.SaveChangesAsync(stop);
    }

    // What this node commits itself is raised by the commit; this finds what others committed.
    private async Task WatchOtherNodesAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Poll, stop);
                var seen = feed.LastSequence;
                await using var db = store.OpenRead();
                var changes = await db.Changes.AsNoTracking().Where(change => change.Sequence > seen).OrderBy(change => change.Sequence).Take(BatchSize).ToListAsync(stop);
                if (changes.Count > 0) await content.LoadAsync(stop);
                feed.Raise(changes);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception trouble)
            {
                log.LogError(trouble, "The change log could not be read; trying again.");
            }
        }
    }
}
