using System.Diagnostics;
using System.Net;

namespace CityKnowledge.Cms.Tests.Start;

/// <summary>The program as people start it: a process of its own.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task A_wrong_setting_ends_the_program_with_one_line()
    {
        using var folder = new EmptyFolder();

        var (exitCode, output) = await RunAsync(folder, "--Database:Provider=Oracle");

        Assert.Equal(1, exitCode);
        Assert.Equal("The site cannot start. The setting 'Database:Provider' is 'Oracle'. Allowed: Sqlite, Postgres.", output.Trim());
    }

    [Theory]
    [InlineData("OrchardCore_Apis_GraphQL:MaxDepth", "deep", "'OrchardCore:OrchardCore_Apis_GraphQL:MaxDepth' is 'deep'. Allowed: whole numbers from 1 to 100.")]
    [InlineData("OrchardCore_Apis_GraphQL:MaxDepht", "5", "'OrchardCore:OrchardCore_Apis_GraphQL:MaxDepht' is not known. Known in 'OrchardCore:OrchardCore_Apis_GraphQL': MaxDepth, ")]
    [InlineData("OrchardCore_Media:MaxFileSize", "large", "'OrchardCore:OrchardCore_Media:MaxFileSize' is 'large'. Allowed: whole numbers from 1000 to 2147483647.")]
    [InlineData("OrchardCore_Media:MaxFilesize2", "5", "'OrchardCore:OrchardCore_Media:MaxFilesize2' is not known. Known in 'OrchardCore:OrchardCore_Media': MaxFileSize, ")]
    [InlineData("OrchardCore_Media:SupportedSizes", "100,200", "'OrchardCore:OrchardCore_Media:SupportedSizes' is '100,200'. Allowed: a list of whole numbers from 1 to ")]
    [InlineData("OrchardCore_Media:AllowedFileExtensions:0", "jpg", "'OrchardCore:OrchardCore_Media:AllowedFileExtensions' is 'jpg'. Allowed: extensions with their dot, such as .jpg.")]
    public async Task A_wrong_setting_of_a_section_ends_the_program_and_says_what_would_be_right(string key, string value, string said)
    {
        using var folder = new EmptyFolder();

        var (exitCode, output) = await RunAsync(folder, $"--OrchardCore:{key}={value}");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The site cannot start. The setting " + said, Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_wish_for_a_link_ends_the_program()
    {
        using var folder = new EmptyFolder();

        var (exitCode, output) = await RunAsync(folder, "--NewSignInLink=perhaps");

        Assert.Equal(1, exitCode);
        Assert.Equal("The site cannot start. The setting 'NewSignInLink' is 'perhaps'. Allowed: true, false.", output.Trim());
    }

    [Fact]
    public async Task A_file_that_is_no_database_ends_the_program_with_one_line()
    {
        using var folder = new EmptyFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "site.db"), new string('x', 5000));

        var (exitCode, output) = await RunAsync(folder, "--Database:ConnectionString=Data Source=site.db");

        Assert.Equal(1, exitCode);
        Assert.Contains("is not a database, or it is damaged", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_ends_the_program_with_one_line()
    {
        using var folder = new EmptyFolder();

        var (exitCode, output) = await RunAsync(folder, "--Database:Provider=Postgres", "--Database:ConnectionString=Host=127.0.0.1;Port=1;Database=x;Username=x;Password=secret");

        Assert.Equal(1, exitCode);
        Assert.Contains("cannot be used", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_read_only_database_ends_the_program_with_one_line()
    {
        using var folder = new EmptyFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "site.db"), []);

        var (exitCode, output) = await RunAsync(folder, "--Database:ConnectionString=Data Source=site.db;Mode=ReadOnly");

        Assert.Equal(1, exitCode);
        Assert.Contains("is read-only", Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_ends_the_program_with_one_line()
    {
        using var folder = new EmptyFolder();
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();

        var (exitCode, output) = await RunAsync(folder, $"--urls=http://{other.LocalEndpoint}");

        Assert.Equal(1, exitCode);
        Assert.Contains("The site cannot start. Failed to bind", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disk_that_takes_no_more_ends_the_set_up_and_leaves_nothing_half_written()
    {
        var setup = SiteSetup.CityKnowledge;
        var folder = SiteFolder.Create(setup);
        var program = Program(folder, "--OrchardCore:OrchardCore_AutoSetup:Tenants:0:RecipeName=CityKnowledge");
        // No file of this process may grow beyond 600 kB, which the database soon wants to.
        var start = new ProcessStartInfo("bash") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, ArgumentList = { "-c", "trap '' XFSZ; ulimit -f 600; exec \"$@\"", "bash", program.FileName } };
        foreach (var argument in program.ArgumentList) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using (var process = Process.Start(start)!)
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));

            Assert.Equal(1, process.ExitCode);
            Assert.Contains("Nothing was saved", string.Concat(await Task.WhenAll(output, errors)), StringComparison.Ordinal);
        }

        await using var site = await Site.ContinueAsync(setup, folder);

        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task What_was_confirmed_survives_the_sudden_death_of_the_process()
    {
        var setup = SiteSetup.Of(Recipe.Type("Note"), Recipe.Content(Recipe.Item("Note", "40note0000000000000000000a", "Durable")));
        var folder = SiteFolder.Create(setup);
        using (var process = Process.Start(Program(folder, "--OrchardCore:OrchardCore_AutoSetup:Tenants:0:RecipeName=Test"))!)
        {
            // The line is printed right after the commit.
            while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains("is ready at", StringComparison.Ordinal)) Assert.DoesNotContain("failed", line, StringComparison.Ordinal);
            process.Kill();
            await process.WaitForExitAsync();
        }

        await using var site = await Site.ContinueAsync(setup with { Files = new Dictionary<string, string>() }, folder);

        Assert.Equal("Durable", (await site.FindAsync("40note0000000000000000000a"))!.DisplayText);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(EmptyFolder folder, params string[] arguments)
    {
        using var process = Process.Start(Program(folder.Path, arguments))!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, string.Concat(await Task.WhenAll(output, errors)));
    }

    private static ProcessStartInfo Program(string folder, params string[] arguments)
    {
        File.WriteAllText(Path.Combine(folder, "appsettings.json"), "{ \"Logging\": { \"LogLevel\": { \"Default\": \"Error\" } } }");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CityKnowledge.Cms.Web.dll"));
        start.ArgumentList.Add("--urls=http://127.0.0.1:0");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private sealed class EmptyFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("cityknowledge").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
