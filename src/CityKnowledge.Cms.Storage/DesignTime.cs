using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CityKnowledge.Cms.Storage;

/// <summary>Lets <c>dotnet ef migrations add</c> make the SQLite migrations; no database is opened.</summary>
public sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteStorageContext>
{
    public SqliteStorageContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteStorageContext>().UseSqlite("Data Source=design.db").Options);
}

/// <summary>Lets <c>dotnet ef migrations add</c> make the PostgreSQL migrations; no database is opened.</summary>
public sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresStorageContext>
{
    public PostgresStorageContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresStorageContext>().UseNpgsql("Host=design").Options);
}
