using CityKnowledge.Cms.Storage;
using Microsoft.Data.Sqlite;

namespace CityKnowledge.Cms.Tests.Storage;

public sealed class SqliteTests : StoragePromises
{
    private readonly string folder = Directory.CreateTempSubdirectory("cityknowledge").FullName;

    private string File => Path.Combine(folder, "test.db");

    [Fact]
    public async Task A_locked_database_is_named_with_what_helps()
    {
        await using var other = new SqliteConnection($"Data Source={File}");
        await other.OpenAsync();
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE;";
        await command.ExecuteNonQueryAsync();

        var trouble = await Assert.ThrowsAsync<StorageException>(async () => await (await Store.BeginWriteAsync()).DisposeAsync());

        Assert.Contains("is locked by another program", trouble.Message, StringComparison.Ordinal);
        Assert.Contains(File, trouble.Message, StringComparison.Ordinal);
    }

    private protected override Task<StorageSettings> PrepareAsync() => Task.FromResult(new StorageSettings(DatabaseProvider.Sqlite, $"Data Source={File};Default Timeout=1"));

    private protected override void CleanUp()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
