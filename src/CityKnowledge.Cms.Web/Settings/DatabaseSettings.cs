using System.Data.Common;
using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CityKnowledge.Cms.Web.Settings;

/// <summary>Reads which database is used and how much of it is kept in memory.</summary>
internal static class DatabaseSettings
{
    private const string Key = "Database:ConnectionString";
    private const string Tenant = "OrchardCore:OrchardCore_AutoSetup:Tenants:0";

    public static StorageSettings Read(SettingReader settings, SiteFolders folders)
    {
        settings.CheckKeys("Database", "Provider", "ConnectionString");
        // Orchard's set-up keys name the database too; they hold where the site's own keys are silent.
        var provider = settings.Choice("Database:Provider", settings.Choice($"{Tenant}:DatabaseProvider", DatabaseProvider.Sqlite));
        var given = settings.Text(Key, settings.Text($"{Tenant}:DatabaseConnectionString", ""));
        return new StorageSettings(provider, provider == DatabaseProvider.Sqlite ? Sqlite(given, folders) : Postgres(given));
    }

    public static CacheSettings ReadCache(SettingReader settings)
    {
        settings.CheckKeys("Cache", "Items", "Paths");
        return new CacheSettings(
            settings.Number("Cache:Items", 20_000, 100, 10_000_000),
            settings.Number("Cache:Paths", 50_000, 100, 10_000_000));
    }

    private static string Sqlite(string given, SiteFolders folders)
    {
        var connection = Parse(() => new SqliteConnectionStringBuilder(given), "a text such as 'Data Source=App_Data/site.db'");
        if (connection.DataSource.Length == 0) connection.DataSource = Path.Combine(folders.Data, "CityKnowledge.db");
        // The folder the site runs in is where people expect a relative path to start, whatever the process was started from.
        if (!connection.DataSource.StartsWith(':')) connection.DataSource = Path.GetFullPath(connection.DataSource, folders.Root);
        return connection.ConnectionString;
    }

    private static string Postgres(string given)
    {
        const string Example = "a text such as 'Host=localhost;Database=cityknowledge;Username=cms;Password=…'";
        var connection = Parse(() => new NpgsqlConnectionStringBuilder(given), Example);
        return connection.Host is { Length: > 0 } ? connection.ConnectionString : throw SettingReader.Refuse(Key, given, Example);
    }

    private static TBuilder Parse<TBuilder>(Func<TBuilder> parse, string example)
        where TBuilder : DbConnectionStringBuilder
    {
        try
        {
            return parse();
        }
        catch (Exception trouble) when (trouble is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The text may hold a password: the message does not repeat it.
            throw new SettingException($"The setting '{Key}' cannot be read: {trouble.Message} Allowed: {example}.");
        }
    }
}
