using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

[assembly: AssemblyFixture(typeof(CityKnowledge.Cms.Tests.Storage.PostgresServer))]

namespace CityKnowledge.Cms.Tests.Storage;

/// <summary>A PostgreSQL server of the tests' own: temporary folder, free port, started when the first test asks for it.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly string folder = Path.Combine("/tmp", "cityknowledge-pg-" + Guid.NewGuid().ToString("N")[..12]);
    private readonly int port = FreePort();
    private Process? server;
    private int databases;

    /// <summary>A new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        await turn.WaitAsync();
        try
        {
            if (server is null) await StartAsync();
            var name = string.Create(CultureInfo.InvariantCulture, $"test{++databases}");
            await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            await command.ExecuteNonQueryAsync();
            return ConnectionString(name);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>The set-up on a new database of this server.</summary>
    internal async Task<SiteSetup> UseForAsync(SiteSetup setup) =>
        setup.With("Database:Provider", "Postgres").With("Database:ConnectionString", await CreateDatabaseAsync());

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
            Directory.Delete(folder, recursive: true);
        }

        turn.Dispose();
    }

    private string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=cms;Database={database};Maximum Pool Size=20");

    private async Task StartAsync()
    {
        Assert.SkipWhen(FindBinaries() is null, "PostgreSQL is not installed: apt-get install postgresql");
        var binaries = FindBinaries()!;
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", ["nobody", folder]);
        var data = Path.Combine(folder, "data");
        var (initdb, initArguments) = AsOrdinaryUser(Path.Combine(binaries, "initdb"), ["-D", data, "-U", "cms", "--auth=trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"]);
        await RunAsync(initdb, initArguments);
        // Nobody needs this data after a power cut; what the site must survive is tested by killing the site.
        var (program, arguments) = AsOrdinaryUser(Path.Combine(binaries, "postgres"), ["-D", data, "-k", folder, "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off"]);
        server = Process.Start(Quiet(program, arguments))!;
        await WaitAsync();
    }

    // PostgreSQL refuses to run as root.
    private static (string Program, IReadOnlyList<string> Arguments) AsOrdinaryUser(string program, IReadOnlyList<string> arguments) =>
        Environment.IsPrivilegedProcess ? ("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--", program, .. arguments]) : (program, arguments);

    private async Task WaitAsync()
    {
        for (var patience = 100; ; patience--)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (patience > 0 && !server!.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task RunAsync(string program, IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(Quiet(program, arguments))!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static ProcessStartInfo Quiet(string program, IReadOnlyList<string> arguments)
    {
        // The folder the tests run in may be closed to the ordinary user.
        var shell = new ProcessStartInfo("/bin/sh") { WorkingDirectory = "/" };
        shell.ArgumentList.Add("-c");
        shell.ArgumentList.Add("exec \"$@\" >/dev/null 2>&1 </dev/null");
        shell.ArgumentList.Add("sh");
        shell.ArgumentList.Add(program);
        foreach (var argument in arguments) shell.ArgumentList.Add(argument);
        return shell;
    }

    private static string? FindBinaries() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "postgres")))
        : null;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
