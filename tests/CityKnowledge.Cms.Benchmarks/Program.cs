using System.Globalization;
using CityKnowledge.Cms.Benchmarks;
using CityKnowledge.Cms.Benchmarks.Load;
using CityKnowledge.Cms.Benchmarks.Servers;

if (args is [BareServer.Command, var port])
{
    await BareServer.RunAsync(port);
    return 0;
}

var folder = "";
try
{
    var options = Options.Read(args);
    folder = options.Keep ?? Directory.CreateTempSubdirectory("cityknowledge-benchmarks").FullName;
    var site = await PublishedSite.MakeAsync(Path.Combine(folder, "site"));
    foreach (var count in options.Items)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## {count:#,0} items\n\n{Row.Head}"));
        var data = Path.Combine(folder, count.ToString(CultureInfo.InvariantCulture));
        await new SiteRun(site, options, data, count).RunAsync(Console.WriteLine);
    }

    if (options.Keep is null) Directory.Delete(folder, recursive: true);
    return 0;
}
catch (Exception trouble) when (trouble is ArgumentException or WrongAnswerException or TimeoutException or InvalidOperationException)
{
    await Console.Error.WriteLineAsync($"{trouble.Message}\nFiles: {folder}");
    return 1;
}
