using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Content.Changes;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CityKnowledge.Cms.Tests.Storage;

/// <summary>What storage promises, whatever the database.</summary>
public abstract class StoragePromises : IAsyncLifetime
{
    private readonly List<ServiceProvider> nodes = [];
    private StorageSettings settings = null!;

    protected Store Store { get; private set; } = null!;

    [Fact]
    public async Task A_saved_version_comes_back_as_it_was()
    {
        var moment = new DateTime(2025, 3, 1, 9, 30, 15, DateTimeKind.Utc).AddTicks(1234567);
        await SaveAsync(Store, row =>
        {
            (row.Title, row.TitleKey) = ("Straße 東京 – ½", Folding.Fold("Straße 東京 – ½"));
            row.CreatedUtc = moment;
            row.Body = """{"A":{"B":"' \\ \u0001 𝄞"}}""";
        });

        await using var db = Store.OpenRead();
        var row = await db.Versions.SingleAsync();

        Assert.Equal("Straße 東京 – ½", row.Title);
        Assert.Equal(moment, row.CreatedUtc);
        Assert.Equal("""{"A":{"B":"' \\ \u0001 𝄞"}}""", row.Body);
    }

    [Fact]
    public async Task The_slower_of_two_writers_is_told_and_overwrites_nothing()
    {
        await SaveAsync(Store);
        await using var reader = Store.OpenRead();
        var read = await reader.Versions.AsNoTracking().SingleAsync();
        await ChangeAsync(read, "faster");

        await Assert.ThrowsAsync<StaleVersionException>(() => ChangeAsync(read, "slower"));

        Assert.Equal("faster", (await reader.Versions.AsNoTracking().SingleAsync()).Title);
    }

    [Fact]
    public async Task What_is_not_committed_leaves_nothing()
    {
        await using (var transaction = await Store.BeginWriteAsync())
        {
            await transaction.Rows.InsertAsync([NewRow(transaction)]);
            transaction.Db.Settings.Add(new SettingRow { Name = "a", Body = "{}" });
            await transaction.Db.SaveChangesAsync();
            transaction.Record("d", "v", "Note", ChangeKind.Saved);
        }

        await using var db = Store.OpenRead();
        Assert.Empty(await db.Versions.ToListAsync());
        Assert.Empty(await db.Settings.ToListAsync());
        Assert.Empty(await db.Changes.ToListAsync());
    }

    [Fact]
    public async Task The_next_writer_goes_on_after_one_that_failed()
    {
        await SaveAsync(Store);
        await Assert.ThrowsAsync<StorageException>(() => SaveAsync(Store, row => row.VersionId = "v1"));

        await SaveAsync(Store);

        await using var db = Store.OpenRead();
        Assert.Equal([1L, 2L], await db.Changes.OrderBy(change => change.Sequence).Select(change => change.Sequence).ToListAsync());
    }

    [Fact]
    public async Task The_change_log_has_no_holes_and_follows_the_order_of_commits()
    {
        const int Writers = 4;
        const int Commits = 10;
        var other = NewNode();
        using var stop = new CancellationTokenSource();
        var watching = WatchAsync(other, stop.Token);

        try
        {
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                for (var i = 0; i < Commits; i++) await SaveAsync(writer % 2 == 0 ? Store : other);
            })));
        }
        finally
        {
            await stop.CancelAsync();
        }

        Assert.Null(await watching);
        await using var db = Store.OpenRead();
        Assert.Equal(Enumerable.Range(1, Writers * Commits).Select(i => (long)i), await db.Changes.OrderBy(change => change.Sequence).Select(change => change.Sequence).ToListAsync());
        Assert.Equal(Writers * Commits, await db.Versions.Select(row => row.Id).Distinct().CountAsync());
    }

    [Fact]
    public async Task A_consumer_that_fails_gets_the_same_changes_again_and_misses_none()
    {
        var consumer = new FailingOnce();
        await SaveAsync(Store);
        using var runner = ActivatorUtilities.CreateInstance<ChangeRunner>(nodes[0], (IEnumerable<ChangeConsumer>)[consumer]);
        await runner.StartAsync(CancellationToken.None);
        await consumer.FailedAsync.WaitAsync(TimeSpan.FromSeconds(20));
        await SaveAsync(Store);

        await consumer.SawTwoAsync.WaitAsync(TimeSpan.FromSeconds(20));
        await CursorAsync(2);
        await runner.StopAsync(CancellationToken.None);

        Assert.Equal([1L, 2L], consumer.Seen);
    }

    public async ValueTask InitializeAsync()
    {
        settings = await PrepareAsync();
        Store = NewNode();
        await Store.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in nodes) await node.DisposeAsync();
        CleanUp();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<StorageSettings> PrepareAsync();

    private protected virtual void CleanUp()
    {
    }

    private Store NewNode()
    {
        var node = new ServiceCollection().AddLogging().AddStorage(settings).AddContent(new CacheSettings()).BuildServiceProvider();
        nodes.Add(node);
        return node.GetRequiredService<Store>();
    }

    private static VersionRow NewRow(WriteTransaction transaction)
    {
        var id = transaction.NewRowId();
        return new VersionRow { Id = id, DocumentId = $"d{id}", VersionId = $"v{id}", Kind = "Note", Latest = true, Body = "{}" };
    }

    private static async Task SaveAsync(Store store, Action<VersionRow>? change = null)
    {
        await using var transaction = await store.BeginWriteAsync();
        var row = NewRow(transaction);
        change?.Invoke(row);
        transaction.Db.Versions.Add(row);
        transaction.Record(row.DocumentId, row.VersionId, row.Kind, ChangeKind.Saved);
        await transaction.CommitAsync();
    }

    private async Task ChangeAsync(VersionRow read, string title)
    {
        await using var transaction = await Store.BeginWriteAsync();
        var row = (VersionRow)transaction.Db.Entry(read).CurrentValues.ToObject();
        transaction.Db.Entry(read).State = EntityState.Detached;
        transaction.Db.Attach(row);
        row.Title = title;
        row.Stamp = read.Stamp + 1;
        await transaction.CommitAsync();
    }

    private async Task CursorAsync(long expected)
    {
        for (var patience = 100; patience > 0; patience--)
        {
            await using var db = Store.OpenRead();
            if ((await db.Cursors.AsNoTracking().FirstOrDefaultAsync())?.Sequence == expected) return;
            await Task.Delay(50);
        }

        Assert.Fail($"The cursor did not come to {expected}.");
    }

    /// <summary>The first hole a reader saw while others wrote, or null.</summary>
    private static async Task<string?> WatchAsync(Store store, CancellationToken stop)
    {
        var seen = 0L;
        while (!stop.IsCancellationRequested)
        {
            await using var db = store.OpenRead();
            var after = seen;
            foreach (var sequence in await db.Changes.Where(change => change.Sequence > after).OrderBy(change => change.Sequence).Select(change => change.Sequence).ToListAsync(CancellationToken.None))
            {
                if (sequence != seen + 1) return $"{sequence} came after {seen}.";
                seen = sequence;
            }

            await Task.Delay(1, CancellationToken.None);
        }

        return null;
    }

    private sealed class FailingOnce : ChangeConsumer
    {
        private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource sawTwo = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override string Name => "Test";

        public List<long> Seen { get; } = [];

        public Task FailedAsync => failed.Task;

        public Task SawTwoAsync => sawTwo.Task;

        public override Task ConsumeAsync(IReadOnlyList<ChangeRow> changes, CancellationToken cancel)
        {
            if (failed.TrySetResult()) throw new InvalidOperationException("The first time goes wrong.");
            Seen.AddRange(changes.Select(change => change.Sequence));
            if (Seen.Count >= 2) sawTwo.TrySetResult();
            return Task.CompletedTask;
        }
    }
}
