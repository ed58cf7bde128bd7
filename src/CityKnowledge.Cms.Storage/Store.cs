using System.Data.Common;
using CityKnowledge.Cms.Storage.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Storage;

/// <summary>The database: reading contexts for everyone, one write transaction at a time.</summary>
public sealed class Store(StorageSettings settings, IDbContextFactory<StorageContext> contexts, ChangeFeed feed) : IDisposable
{
    // One writer: SQLite knows no more, and in PostgreSQL it makes the change log follow the order of commits.
    private readonly SemaphoreSlim writer = new(1, 1);

    public StorageSettings Settings => settings;

    /// <summary>Tells what was committed.</summary>
    public ChangeFeed Feed => feed;

    /// <summary>A context for reading. Dispose it soon: it holds a connection.</summary>
    public StorageContext OpenRead() => contexts.CreateDbContext();

    /// <summary>Makes what every context needs, so that the first one finds it ready. Touches no database.</summary>
    public void Warm()
    {
        using var db = OpenRead();
        _ = db.Model;
    }

    /// <summary>Brings the tables to the present form.</summary>
    /// <exception cref="StorageException">The database cannot be reached or written.</exception>
    public async Task MigrateAsync(CancellationToken cancel = default)
    {
        try
        {
            PrepareFolder();
            await using var db = OpenRead();
            if (!await IsCurrentAsync(db, cancel)) await db.Database.MigrateAsync(cancel);
            feed.Start(await db.Changes.MaxAsync(change => (long?)change.Sequence, cancel) ?? 0);
        }
        catch (Exception trouble) when (trouble is DbException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Explain(trouble);
        }
    }

    /// <summary>Waits for its turn, then begins a transaction. Dispose without commit to undo everything.</summary>
    /// <exception cref="StorageException">The database is locked, read-only or full.</exception>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancel = default)
    {
        await writer.WaitAsync(cancel);
        StorageContext? db = null;
        try
        {
            db = OpenRead();
            return await WriteTransaction.BeginAsync(this, db, feed, () => writer.Release(), cancel);
        }
        catch (Exception trouble)
        {
            if (db is not null) await db.DisposeAsync();
            writer.Release();
            if (trouble is DbException) throw Explain(trouble);
            throw;
        }
    }

    // EF compares whole models before it migrates; that is a tenth of a start, and nearly always for nothing.
    private static async Task<bool> IsCurrentAsync(StorageContext db, CancellationToken cancel)
    {
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\" DESC LIMIT 1";
            return await command.ExecuteScalarAsync(cancel) as string == db.Database.GetMigrations().Last();
        }
        catch (Exception trouble) when (trouble is DbException || trouble.InnerException is DbException)
        {
            // No database, or an empty one: migrating makes it, or says what is wrong.
            return false;
        }
    }

    internal StorageException Explain(Exception trouble) => new(Reason(trouble), trouble);

    private string Reason(Exception trouble) => trouble switch
    {
        SqliteException { SqliteErrorCode: 5 or 6 } => $"The database '{Place}' is locked by another program. Stop that program, or give this site a database of its own.",
        SqliteException { SqliteErrorCode: 8 } => $"The database '{Place}' is read-only. Give the account that runs the site the right to write the file and its folder.",
        SqliteException { SqliteErrorCode: 10 } => $"The disk that holds '{Place}' refused to read or write. Nothing was saved; see whether it is full or failing.",
        SqliteException { SqliteErrorCode: 13 } => $"The disk that holds '{Place}' is full. Nothing was saved; free some space and try again.",
        SqliteException { SqliteErrorCode: 14 } => $"The database '{Place}' cannot be opened. Check that the folder exists and may be written.",
        SqliteException { SqliteErrorCode: 11 or 26 } => $"The file '{Place}' is not a database, or it is damaged. Restore it from a backup.",
        _ => $"The database '{Place}' cannot be used: {trouble.Message}",
    };

    private string Place => settings.Provider == DatabaseProvider.Sqlite
        ? new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource
        : WithoutPassword(settings.ConnectionString);

    private static string WithoutPassword(string connectionString)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        parts.Remove("Password");
        return parts.ConnectionString;
    }

    private void PrepareFolder()
    {
        if (settings.Provider != DatabaseProvider.Sqlite) return;
        var folder = Path.GetDirectoryName(Path.GetFullPath(Place));
        if (!string.IsNullOrEmpty(folder)) Directory.CreateDirectory(folder);
    }

    public void Dispose() => writer.Dispose();
}
