using System.Diagnostics;
using System.Globalization;

namespace CityKnowledge.Cms.Benchmarks.Servers;

/// <summary>The product as its users get it: published in Release, in a folder of its own.</summary>
internal sealed record PublishedSite(string Folder)
{
    private string Assembly => Path.Combine(Folder, "CityKnowledge.Cms.Web.dll");

    public string Recipes => Path.Combine(Folder, "Recipes");

    public static async Task<PublishedSite> MakeAsync(string folder)
    {
        var project = Path.Combine(FindRoot(), "src", "CityKnowledge.Cms.Web");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", project, "-c", "Release", "-o", folder, "-v", "q", "--nologo"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? new PublishedSite(folder) : throw new InvalidOperationException($"Publishing failed.\n{said}");
    }

    /// <summary>Starts it on a data folder.</summary>
    /// <param name="probed">See <see cref="ServerProcess.Start"/>.</param>
    public ServerProcess Start(string dataFolder, Kept kept, bool probed = true, string recipe = "CityKnowledge") => ServerProcess.Start(Assembly, Folder, probed, port =>
    [
        $"--Urls=http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}",
        .. SettingsFor(dataFolder, recipe),
        $"--Site:OutputCache={kept == Kept.Pages}",
        $"--Site:BlockCache={kept != Kept.Nothing}",
        "--NewSignInLink=true",
    ]);

    /// <summary>The settings of a site on that folder, as command line.</summary>
    public static string[] SettingsFor(string dataFolder, string recipe = "CityKnowledge") =>
    [
        $"--Site:DataFolder={dataFolder}",
        "--Logging:LogLevel:Default=Warning",
        $"--OrchardCore:OrchardCore_AutoSetup:Tenants:0:RecipeName={recipe}",
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CityKnowledge.Cms.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run the benchmarks from the repository they were built in.");
    }
}
