namespace CityKnowledge.Cms.Storage;

/// <summary>Which database.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Where documents are kept.</summary>
/// <param name="Provider">SQLite is embedded; PostgreSQL serves several nodes.</param>
/// <param name="ConnectionString">For SQLite <c>Data Source=…</c>.</param>
public sealed record StorageSettings(DatabaseProvider Provider, string ConnectionString);
