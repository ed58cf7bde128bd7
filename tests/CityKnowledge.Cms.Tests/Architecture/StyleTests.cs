using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web;

namespace CityKnowledge.Cms.Tests.Architecture;

/// <summary>What the house style can leave to a machine.</summary>
public sealed partial class StyleTests
{
    private const int LongestFile = 250;
    private const int LongestMethod = 40;
    private static readonly Assembly[] Product = [typeof(Composition).Assembly, typeof(SiteFolders).Assembly, typeof(Store).Assembly];

    [Fact]
    public void No_file_is_longer_than_250_lines() =>
        Findings.None(Sources().Where(file => File.ReadLines(file).Count() > LongestFile).Select(Relative));

    [Fact]
    public void No_method_is_longer_than_40_lines() => Findings.None(Sources().SelectMany(LongMethods));

    [Fact]
    public void No_state_is_static()
    {
        const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var fields = Product.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.FullName!.Contains('<', StringComparison.Ordinal))
            .Where(type => type.Namespace?.StartsWith("CityKnowledge", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetFields(Static))
            .Where(field => field is { IsInitOnly: false, IsLiteral: false } && !field.Name.Contains('<', StringComparison.Ordinal));

        Findings.None(fields.Select(field => $"{field.DeclaringType!.FullName}.{field.Name}"));
    }

    [Fact]
    public void Names_say_the_job_and_not_the_pattern()
    {
        // Which database is Orchard's and EF's own word.
        string[] words = ["DatabaseProvider"];
        var named = Product.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("CityKnowledge", StringComparison.Ordinal) == true)
            .Where(type => Patterns().IsMatch(type.Name) && !words.Contains(type.Name));

        Findings.None(named.Select(type => type.FullName));
    }

    [Fact]
    public void Nothing_is_swallowed_blocked_or_left_undone()
    {
        var found = Sources().SelectMany(file => File.ReadLines(file).Where(line => Forbidden().IsMatch(line)).Select(line => $"{Relative(file)}: {line.Trim()}"));

        Findings.None(found);
    }

    private static IEnumerable<string> Sources() => Repository.SourceFiles(Path.Combine(Repository.Root, "src"))
        .Where(file => !file.Contains("Migrations", StringComparison.Ordinal));

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file);

    // A block in braces of its own lines, after a line that ends a head: methods, constructors and their like.
    private static IEnumerable<string> LongMethods(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var i = 1; i < lines.Length; i++)
        {
            // Types begin at the margin, their members further in.
            if (lines[i].TrimStart() != "{" || lines[i][0] == '{' || !Head().IsMatch(lines[i - 1])) continue;
            var end = Array.FindIndex(lines, i, line => line.StartsWith(lines[i].Replace('{', '}'), StringComparison.Ordinal));
            if (end - i - 1 > LongestMethod) yield return $"{Relative(file)}:{i}: {end - i - 1} lines: {lines[i - 1].Trim()}";
        }
    }

    [GeneratedRegex(@"^(?!.*\b(class|record|struct|interface|enum)\b).*\)\s*$")]
    private static partial Regex Head();

    [GeneratedRegex("(Manager|Service|Helper|Utils?|Provider|Handler|Info|Base)$")]
    private static partial Regex Patterns();

    [GeneratedRegex(@"catch\s*(\(Exception\))?\s*\{\s*\}|(?<!ontext)\.Result\b(?!\w|\()|GetAwaiter\(\)\.GetResult|DateTime\.Now\b|\bTODO\b|NotImplementedException")]
    private static partial Regex Forbidden();
}
