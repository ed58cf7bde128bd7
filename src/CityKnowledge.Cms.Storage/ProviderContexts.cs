using Microsoft.EntityFrameworkCore;

namespace CityKnowledge.Cms.Storage;

/// <summary>The tables in SQLite.</summary>
public sealed class SqliteStorageContext(DbContextOptions<SqliteStorageContext> options) : StorageContext(options)
{
    protected override string OrdinalCollation => "BINARY";
}

/// <summary>The tables in PostgreSQL.</summary>
public sealed class PostgresStorageContext(DbContextOptions<PostgresStorageContext> options) : StorageContext(options)
{
    protected override string OrdinalCollation => "C";
}
