using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Tests.Architecture;

/// <summary>The walls inside Web, where no project reference holds them.</summary>
public sealed partial class WallTests
{
    /// <summary>What is below the doors: every door may use it.</summary>
    private static readonly string[] Foundations = ["Settings", "Accounts", "Liquid", "Html", "Http"];

    private static readonly string[] Blocks = ["Fields", "Parts", "RecipeSteps"];

    /// <summary>What blocks may use besides Content.</summary>
    private static readonly string[] BelowBlocks = ["Html", .. Blocks];

    [Fact]
    public void A_door_knows_no_other_door()
    {
        var doors = Slices().Except(Foundations).Except(Blocks).Except(["Blocks"]).ToArray();

        var breaches = doors.SelectMany(door => Uses(door).Where(use => use.Slice != door && doors.Contains(use.Slice)));

        Findings.None(breaches.Select(breach => $"{breach.File} uses {breach.Slice}"));
    }

    [Fact]
    public void A_block_knows_only_content()
    {
        var breaches = Blocks.SelectMany(Uses).Where(use => !BelowBlocks.Contains(use.Slice));

        Findings.None(breaches.Select(breach => $"{breach.File} uses {breach.Slice}"));
    }

    [Fact]
    public void What_doors_stand_on_knows_no_door()
    {
        var allowed = Foundations.Concat(Blocks).ToArray();

        var breaches = Foundations.SelectMany(Uses).Where(use => !allowed.Contains(use.Slice));

        Findings.None(breaches.Select(breach => $"{breach.File} uses {breach.Slice}"));
    }

    [Fact]
    public void Content_knows_no_http_and_no_html()
    {
        var content = Path.Combine(Repository.Root, "src", "CityKnowledge.Cms.Content");
        var breaches = Repository.SourceFiles(content)
            .SelectMany(file => File.ReadLines(file).Where(line => line.StartsWith("using Microsoft.AspNetCore", StringComparison.Ordinal)).Select(line => $"{file}: {line}"));

        Findings.None(breaches);
    }

    private static IEnumerable<string> Slices() => Directory.GetDirectories(Repository.Web).Select(folder => Path.GetFileName(folder))
        .Where(name => name is not ("bin" or "obj" or "Properties" or "wwwroot" or "node_modules") && char.IsUpper(name[0]));

    private static IEnumerable<(string File, string Slice)> Uses(string slice)
    {
        var folder = Path.Combine(Repository.Web, slice);
        if (!Directory.Exists(folder)) return [];
        return Repository.SourceFiles(folder).SelectMany(file => Mentions().Matches(File.ReadAllText(file))
            .Select(match => match.Groups[1].Value)
            .Where(other => other != slice)
            .Distinct()
            .Select(other => (Path.GetRelativePath(Repository.Root, file), other)));
    }

    [GeneratedRegex(@"\bCityKnowledge\.Cms\.Web\.(\w+)")]
    private static partial Regex Mentions();
}
