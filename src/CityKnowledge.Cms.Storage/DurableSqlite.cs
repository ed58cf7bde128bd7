using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace CityKnowledge.Cms.Storage;

/// <summary>Makes every SQLite connection durable and patient.</summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    // WAL lets readers go on while one writes; FULL survives a power cut, not only a crash of the process. Pages that many
    // commits touch are copied into the database once for 16 MB of log, not for each 4 MB.
    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=4000;";

    // Negative: kibibytes. What a transaction changes beyond the cache goes to the disk early and is read back from there.
    private const string Writing = "PRAGMA cache_size=-65536;";
    private const string Reading = "PRAGMA cache_size=-2000;";

    private readonly ConditionalWeakTable<sqlite3, object> prepared = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    /// <summary>Gives the connection room for what a transaction changes, or takes it back.</summary>
    public static void SetRoom(DbConnection connection, bool isWriting)
    {
        if (connection is not SqliteConnection { State: System.Data.ConnectionState.Open }) return;
        using var command = connection.CreateCommand();
        command.CommandText = isWriting ? Writing : Reading;
        command.ExecuteNonQuery();
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
