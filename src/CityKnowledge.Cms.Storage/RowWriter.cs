using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Storage;

/// <summary>
/// Inserts many rows with prepared statements made from the EF model. EF's own change tracking costs more than the
/// insert itself: see the "bulk import" row of the benchmarks.
/// </summary>
public sealed class RowWriter(StorageContext db) : IAsyncDisposable
{
    private readonly Dictionary<Type, RowInsert> inserts = [];

    public async Task InsertAsync<TRow>(IReadOnlyList<TRow> rows, CancellationToken cancel = default)
        where TRow : class
    {
        if (rows.Count == 0) return;
        if (!inserts.TryGetValue(typeof(TRow), out var insert)) inserts[typeof(TRow)] = insert = Prepare(new RowColumns(db, typeof(TRow)));
        await insert.RunAsync(rows, cancel);
    }

    private RowInsert Prepare(RowColumns columns) => db.Database.GetDbConnection() is SqliteConnection sqlite
        ? new SqliteInsert(sqlite, columns)
        : new BatchInsert(db, columns);

    public async ValueTask DisposeAsync()
    {
        foreach (var insert in inserts.Values) await insert.DisposeAsync();
    }
}

/// <summary>Inserts rows of one table.</summary>
internal abstract class RowInsert : IAsyncDisposable
{
    public abstract Task RunAsync(IReadOnlyList<object> rows, CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}
