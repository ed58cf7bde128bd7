using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CityKnowledge.Cms.Storage;

/// <summary>Makes every SQLite connection durable and patient.</summary>
internal sealed class DurableSqlite : DbConnectionInterceptor
{
    // WAL lets readers go on while one writes; FULL survives a power cut, not only a crash of the process.
    private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
