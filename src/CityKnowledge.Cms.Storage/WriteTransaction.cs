using System.Data.Common;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CityKnowledge.Cms.Storage;

/// <summary>Everything written together: documents, index rows and the entries of the change log, or none of them.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly Store store;
    private readonly ChangeFeed feed;
    private readonly Action release;
    private readonly IDbContextTransaction transaction;
    private readonly List<ChangeRow> changes = [];
    private readonly List<Action> afterCommit = [];
    private long nextRowId;
    private long nextSequence;
    private int nextKeyId;
    private bool ended;

    private WriteTransaction(Store store, StorageContext db, ChangeFeed feed, Action release, IDbContextTransaction transaction)
    {
        (this.store, Db, this.feed, this.release, this.transaction) = (store, db, feed, release, transaction);
        Rows = new RowWriter(db);
    }

    public StorageContext Db { get; }

    /// <summary>Inserts many rows at the speed of prepared statements.</summary>
    public RowWriter Rows { get; }

    /// <summary>The changes of this transaction so far; they get their sequence numbers at commit.</summary>
    public IReadOnlyList<ChangeRow> Changes => changes;

    internal static async Task<WriteTransaction> BeginAsync(
        Store store, StorageContext db, ChangeFeed feed, Action release, CancellationToken cancel)
    {
        var database = await db.Database.BeginTransactionAsync(cancel);
        DurableSqlite.SetRoom(db.Database.GetDbConnection(), isWriting: true);
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(1129004883)", cancel);
        var begun = new WriteTransaction(store, db, feed, release, database);
        begun.nextRowId = 1 + (await db.Versions.MaxAsync(row => (long?)row.Id, cancel) ?? 0);
        begun.nextSequence = 1 + (await db.Changes.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0);
        begun.nextKeyId = 1 + (await db.Keys.MaxAsync(row => (int?)row.Id, cancel) ?? 0);
        return begun;
    }

    /// <summary>The number of the next version row.</summary>
    public long NewRowId() => nextRowId++;

    /// <summary>The number of the next key of the value tables.</summary>
    public int NewKeyId() => nextKeyId++;

    /// <summary>Adds an entry to the change log.</summary>
    public void Record(string documentId, string? versionId, string kind, ChangeKind what) =>
        changes.Add(new ChangeRow { DocumentId = documentId, VersionId = versionId, Kind = kind, What = what, AtUtc = DateTime.UtcNow });

    /// <summary>Runs when, and only when, the transaction has been committed.</summary>
    public void AfterCommit(Action action) => afterCommit.Add(action);

    /// <summary>Writes what is waiting, so that the database can refuse it, and commits nothing.</summary>
    /// <exception cref="StaleVersionException">A row was changed by someone else since it was read.</exception>
    /// <exception cref="StorageException">The database refused.</exception>
    public Task FlushAsync(CancellationToken cancel = default) => WriteAsync(() => Db.SaveChangesAsync(cancel));

    /// <summary>Writes the log, makes everything durable, then wakes the consumers of the log.</summary>
    /// <exception cref="StaleVersionException">A row was changed by someone else since it was read.</exception>
    /// <exception cref="StorageException">The database refused; nothing was written.</exception>
    public async Task CommitAsync(CancellationToken cancel = default)
    {
        await WriteAsync(async () =>
        {
            await Db.SaveChangesAsync(cancel);
            foreach (var change in changes) change.Sequence = nextSequence++;
            await Rows.InsertAsync(changes, cancel);
            await transaction.CommitAsync(cancel);
            ended = true;
        });
        foreach (var action in afterCommit) action();
        feed.Committed(changes);
    }

    private async Task WriteAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (DbUpdateConcurrencyException collision)
        {
            throw new StaleVersionException(collision.Entries is [{ Entity: VersionRow row }, ..] ? row.DocumentId : "setting");
        }
        catch (Exception trouble) when (IsOfDatabase(trouble))
        {
            throw Explain(trouble);
        }
    }

    /// <summary>Whether the database itself refused: locked, read-only, full, lost.</summary>
    public static bool IsOfDatabase(Exception trouble) => trouble is DbException or DbUpdateException { InnerException: DbException };

    /// <summary>What the owner of the site should know of a refusal of the database.</summary>
    public StorageException Explain(Exception trouble) => store.Explain(trouble is DbUpdateException { InnerException: DbException inner } ? inner : trouble);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!ended) await transaction.RollbackAsync();
        }
        catch (DbException)
        {
            // A connection that is lost has rolled back by itself.
        }
        finally
        {
            await EndAsync();
        }
    }

    // Whatever the connection says at its end, the next writer gets its turn.
    private async ValueTask EndAsync()
    {
        try
        {
            await Rows.DisposeAsync();
            DurableSqlite.SetRoom(Db.Database.GetDbConnection(), isWriting: false);
            await transaction.DisposeAsync();
            await Db.DisposeAsync();
        }
        finally
        {
            release();
        }
    }
}
