using System.Reflection;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web;
using CityKnowledge.Cms.Web.Admin;
using CityKnowledge.Cms.Web.Admin.ContentTypes;

namespace CityKnowledge.Cms.Tests.Admin.Shell;

/// <summary>The English keys of the administration, as the sources use them.</summary>
internal static partial class WordsInSources
{
    /// <summary>Key → where it is used, for messages.</summary>
    public static IReadOnlyDictionary<string, string> Find(Site site)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files())
        {
            var text = File.ReadAllText(file);
            foreach (var key in KeysIn(text)) found.TryAdd(key, Path.GetRelativePath(Repository.Web, file));
        }

        foreach (var key in OfMenus().Concat(OfSettings()).Concat(OfKinds(site)).Concat(OfPermissions(site))) found.TryAdd(key, "the definitions of the product");
        return found;
    }

    /// <summary>Every text between quotation marks in the sources: words are also chosen by conditions that no pattern reads.</summary>
    public static IReadOnlySet<string> Literals() =>
        Files().SelectMany(file => Literal().Matches(File.ReadAllText(file))).Select(match => Plain(match.Groups["text"].Value)).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Repository.Web, "*.cs*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
        .Where(file => !Path.GetRelativePath(Repository.Web, file).Split(Path.DirectorySeparatorChar)[0].StartsWith("obj", StringComparison.Ordinal))
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal));

    private static IEnumerable<string> KeysIn(string text)
    {
        var found = Looked().Matches(text).Concat(Said().Matches(text));
        // Lists of words for scripts, which are looked up one by one.
        if (text.Contains("IStringLocalizer", StringComparison.Ordinal) && text.Contains("ControlWords", StringComparison.Ordinal)) found = found.Concat(Added().Matches(text));
        if (text.Contains("words[text.Value]", StringComparison.Ordinal)) found = found.Concat(Listed().Matches(text));
        return found.SelectMany(match => match.Groups["key"].Captures).Select(capture => Plain(capture.Value));
    }

    private static IEnumerable<string> OfMenus() => Types()
        .Select(type => type.GetCustomAttribute<AdminPageAttribute>()?.Menu).OfType<string>()
        .Concat(Enum.GetNames<MenuGroup>());

    private static IEnumerable<string> OfSettings()
    {
        var members = Types().SelectMany(type => type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
            .Select(member => (member.PropertyType, Words: member.GetCustomAttribute<SettingAttribute>()))
            .Where(member => member.Words is not null).ToList();
        var choices = members.Select(member => Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType).Where(type => type.IsEnum).SelectMany(Enum.GetNames);
        return members.SelectMany(member => new[] { member.Words!.Label, member.Words.Hint }).OfType<string>()
            .Concat(choices.Select(name => name[..1] + Capital().Replace(name[1..], match => " " + match.Value.ToLowerInvariant())));
    }

    private static IEnumerable<string> OfKinds(Site site)
    {
        var fields = site.Get<FieldKinds>().All.SelectMany(kind => new[] { ScreenWords.OfKind(kind.Name), kind.Purpose });
        var parts = site.Get<PartKinds>().All.SelectMany(kind => new[] { ScreenWords.OfKind(kind.Name), kind.Purpose });
        return fields.Concat(parts).Where(words => words.Length > 0);
    }

    private static IEnumerable<string> OfPermissions(Site site) => site.Get<PermissionCatalogue>().Groups
        .Where(group => group.Entries.All(entry => entry.Type is null))
        .SelectMany(group => group.Entries.Select(entry => entry.Description).Prepend(group.Title));

    private static IEnumerable<Type> Types() => typeof(Composition).Assembly.GetTypes().Concat(typeof(SettingAttribute).Assembly.GetTypes());

    private static string Plain(string literal) => literal.Replace("\\\"", "\"", StringComparison.Ordinal);

    // T["…"], words["…", …], T[one ? "…" : "…"]
    [GeneratedRegex("""(?:\bT|\b\w*[wW]ords|\btexts)\[[^"\[\]]*"(?<key>(?:[^"\\]|\\.)*)"(?:\s*:\s*"(?<key>(?:[^"\\]|\\.)*)")*""")]
    private static partial Regex Looked();

    [GeneratedRegex("""(?:\.(?:Say|Warn|Word)|new NameInputs|new SettingsGroup)\((?:[\w.]+, )*"(?<key>(?:[^"\\]|\\.)*)""")]
    private static partial Regex Said();

    [GeneratedRegex("""\bAdd\("\w+", "(?<key>(?:[^"\\]|\\.)*)"\)""")]
    private static partial Regex Added();

    [GeneratedRegex("""\["\w+"\] = "(?<key>(?:[^"\\]|\\.)*)",""")]
    private static partial Regex Listed();

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\\\n]|\\\\.)*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
