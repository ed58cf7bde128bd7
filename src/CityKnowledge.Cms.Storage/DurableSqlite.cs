using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CityKnowledge.Cms.Storage;

/// <summary>Makes every SQLite connection durable and patient.</summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    // WAL lets readers go on while one writes; FULL survives a power cut, not only a crash of the process.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;";

    private readonly ConditionalWeakTable<sqlite3, object> prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private void Apply(DbConnection connection)
    {
        // Opening takes a connection from the pool; it knows its pragmas since it was there for the first time.
        if (connection is not SqliteConnection { Handle: { } handle } || !prepared.TryAdd(handle, this)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
