using System.Globalization;
using CityKnowledge.Cms.Benchmarks.Browsing;
using CityKnowledge.Cms.Benchmarks.Load;
using CityKnowledge.Cms.Benchmarks.Seeds;
using CityKnowledge.Cms.Benchmarks.Servers;

namespace CityKnowledge.Cms.Benchmarks;

/// <summary>Measures one site with a number of items, from an empty folder to the last request.</summary>
internal sealed class SiteRun(PublishedSite site, Options options, string dataFolder, int count)
{
    // The vocabulary of the SDG targets in the set-up recipe.
    private const string Targets = "443rtpzb8q1qb6fa7v9hshx6tg";
    private const double LeastImport = 2_000;
    private const long MostResident = 250L * 1024 * 1024;
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan LongestFirstStart = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly TimeSpan duration = TimeSpan.FromSeconds(options.Seconds);

    public async Task RunAsync(Action<Row> print)
    {
        var items = new List<SeedItem>(count);
        await SeedAsync(items, print);
        if (options.Wants("cold start")) print(await ColdStartAsync(items[0]));
        if (options.Wants("first start")) print(await FirstStartAsync());
        var all = new Workloads(items).All.Where(workload => options.Wants(workload.Name)).ToLookup(workload => workload.Kept);
        foreach (var kept in Enum.GetValues<Kept>())
        {
            var desk = kept == Kept.Blocks && (options.Wants("admin list") || options.Wants("browser"));
            if (desk || all[kept].Any()) await MeasureAsync(all[kept], kept, items, print);
        }
    }

    private async Task SeedAsync(List<SeedItem> items, Action<Row> print)
    {
        var seeds = new Seeder(Vocabulary.Read(site.Recipes)).Make(count).Select(seed =>
        {
            items.Add(seed.Item);
            return seed;
        });
        if (Directory.Exists(dataFolder))
        {
            foreach (var _ in seeds) { }
        }
        else
        {
            using (var first = site.Start(dataFolder, Kept.Blocks, probed: false)) await first.WaitForAsync("/Login", "", Patience);
            await using var process = await SiteInProcess.OpenAsync(PublishedSite.SettingsFor(dataFolder), site.Folder);
            var import = await process.ImportAsync(seeds);
            await process.AddLongFormAsync(Targets);
            print(import with { Aim = "≥ 2,000 per second", Met = import.Load!.PerSecond >= LeastImport });
        }

        if (!options.Wants("publish")) return;
        await using var writing = await SiteInProcess.OpenAsync(PublishedSite.SettingsFor(dataFolder), site.Folder);
        print(new Row("publish: save draft, publish (in process)", await writing.PublishAsync(items.Where(item => item.Type == "Practice"), duration)));
    }

    private async Task<Row> ColdStartAsync(SeedItem item)
    {
        var times = new List<TimeSpan>();
        for (var i = 0; i < 3; i++)
        {
            using var server = site.Start(dataFolder, Kept.Pages, probed: false);
            times.Add(await server.WaitForAsync("/" + item.Path, item.Title, Patience));
        }

        times.Sort();
        return new Row($"cold start to first page: {Row.Milliseconds(times[1])}", null, "≤ 2.5 s", times[1] <= LongestStart);
    }

    /// <summary>From nothing to the home page with all demo content.</summary>
    private async Task<Row> FirstStartAsync()
    {
        var folder = dataFolder + "-first";
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        TimeSpan time;
        using (var server = site.Start(folder, Kept.Blocks, probed: false, recipe: "CityKnowledgeDemo"))
        {
            time = await server.WaitForAsync("/practices", "Practices", Patience);
        }

        Directory.Delete(folder, recursive: true);
        return new Row($"first start with demo content: {Row.Milliseconds(time)}", null, "≤ 20 s", time <= LongestFirstStart);
    }

    private static async Task BrowseAsync(ServerProcess server, SignedIn admin, IReadOnlyList<SeedItem> items, Action<Row> print)
    {
        await using var browser = await DeskBrowser.OpenAsync(server, admin);
        print(await browser.LoadAsync("admin list in a browser", "/Admin/Contents/ContentItems"));
        print(await browser.LoadAsync("form with 60 fields in a browser", $"/Admin/Contents/ContentTypes/{LongForm.Type}/Create"));
        print(await browser.PreviewAsync(items.First(item => item.Type == "Practice").Id));
        var other = items.Last(item => item.Type == "Practice");
        print(await browser.PublishAsync(other.Id, other.Path));
    }

    // Measured anew beside each server: what the machine gives changes in the minutes between.
    private async Task<Row> MeasureBareAsync()
    {
        using var server = BareServer.Start();
        await server.WaitForAsync("/", "bare", TimeSpan.FromSeconds(10));
        return new Measure(duration).Run(server, "bare Kestrel, 1 kB", [BareServer.Exchange]) with { Ratio = 1 };
    }

    private async Task MeasureAsync(IEnumerable<Workload> workloads, Kept kept, List<SeedItem> items, Action<Row> print)
    {
        var bare = await MeasureBareAsync();
        print(bare);
        using var server = site.Start(dataFolder, kept);
        await server.WaitForAsync("/" + items[0].Path, items[0].Title, Patience);
        // The index follows the log in order: when it knows the last item, it knows all.
        await server.WaitForAsync($"/search?Terms={items[^1].Title[^6..]}", items[^1].Path, Patience);
        using var admin = kept == Kept.Blocks ? await SignedIn.AsAdministratorAsync(server) : null;
        foreach (var workload in admin is null ? workloads : [.. workloads, .. (await new Workloads(items).ForEditorsAsync(admin)).Where(workload => options.Wants(workload.Name))])
        {
            var row = new Measure(duration).Run(server, workload.Name, workload.Exchanges);
            var ratio = row.Load!.PerSecond / bare.Load!.PerSecond;
            print(row with
            {
                Ratio = ratio,
                Aim = workload.Share is { } share ? "≥ " + share.ToString("0.0 %", CultureInfo.InvariantCulture) : "",
                Met = workload.Share is { } least ? ratio >= least : null,
            });
        }

        if (admin is not null && options.Wants("browser") && DeskBrowser.IsThere) await BrowseAsync(server, admin, items, print);
        var resident = server.ReadResidentBytes();
        print(new Row($"RSS after these, {kept.ToString().ToLowerInvariant()} kept: {Row.Megabytes(resident)}", null)
        {
            Aim = count <= 5_000 ? "≤ 250 MB" : "",
            Met = count <= 5_000 ? resident <= MostResident : null,
        });
    }
}
