using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Tests.Storage;

public sealed class PostgresTests(PostgresServer server) : StoragePromises
{
    private protected override async Task<StorageSettings> PrepareAsync() => new(DatabaseProvider.Postgres, await server.CreateDatabaseAsync());
}
