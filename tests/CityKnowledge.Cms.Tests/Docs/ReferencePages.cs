using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Recipes;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web;
using CityKnowledge.Cms.Web.GraphQl.Operators;
using CityKnowledge.Cms.Web.Liquid;
using Microsoft.Extensions.DependencyInjection;

namespace CityKnowledge.Cms.Tests.Docs;

/// <summary>Writes the pages of docs/reference from the blocks of a site and the summaries of their classes.</summary>
internal sealed partial class ReferencePages(IServiceProvider blocks)
{
    private readonly Dictionary<string, string> summaries = ReadSummaries();

    /// <summary>File name → text.</summary>
    public IReadOnlyDictionary<string, string> All => new Dictionary<string, string>
    {
        ["fields.md"] = Fields(),
        ["parts.md"] = Parts(),
        ["recipe-steps.md"] = Steps(),
        ["graphql-operators.md"] = Operators(),
        ["liquid.md"] = Liquid(),
        ["permissions.md"] = PermissionNames(),
    };

    private string Fields()
    {
        var page = Page("Field kinds", "Each field of a type is one of these. A field is stored as the JSON object whose members are listed.");
        foreach (var kind in blocks.GetServices<FieldKind>().OrderBy(kind => kind.Name, StringComparer.Ordinal)) Describe(page, kind.Name, kind.GetType(), kind.Shape);
        page.Append("\n## Order of two fields\n\nA number, date or time may have one rule more, of this product alone. It holds when the item is published.\n");
        DescribeSettings(page, typeof(FieldOrderSettings));
        return page.ToString();
    }

    private string Parts()
    {
        var page = Page("Parts", "The parts a type may be made of, beside parts of your own, which are made of fields.");
        foreach (var kind in blocks.GetServices<PartKind>().OrderBy(kind => kind.Name, StringComparer.Ordinal)) Describe(page, kind.Name, kind.GetType(), kind.Shape);
        return page.ToString();
    }

    private void Describe(StringBuilder page, string name, Type type, FieldShape shape)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {name}\n\n{SummaryOf(type)}\n");
        if (shape.Members.Count > 0) page.Append("\n| Member | Holds | Filters and sorts |\n| --- | --- | --- |\n");
        foreach (var member in shape.Members) page.Append(CultureInfo.InvariantCulture, $"| `{member.Name}` | {SummaryOf($"MemberKind.{member.Kind}")} | {(member.Indexed ? "yes" : "no")} |\n");
        foreach (var settings in SettingsOf(type)) DescribeSettings(page, settings);
    }

    private static void DescribeSettings(StringBuilder page, Type settings)
    {
        var defaults = Activator.CreateInstance(settings);
        page.Append(CultureInfo.InvariantCulture, $"\n`{settings.Name}`:\n\n| Setting | What it says | Default |\n| --- | --- | --- |\n");
        foreach (var property in settings.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var words = property.GetCustomAttribute<SettingAttribute>();
            page.Append(CultureInfo.InvariantCulture, $"| `{property.Name}` | {(words?.Hint is { } hint ? $"{words.Label}. {hint}" : words?.Label)} | {Shown(property.GetValue(defaults))} |\n");
        }
    }

    private string Steps()
    {
        var page = Page("Recipe steps", "What a recipe may do. A step that only Orchard Core knows is skipped with a warning; an unknown one stops the recipe.");
        page.Append("\n| Step | Also known as | What it does |\n| --- | --- | --- |\n");
        foreach (var step in blocks.GetServices<RecipeStep>().OrderBy(step => step.Name, StringComparer.OrdinalIgnoreCase))
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{step.Name}` | {string.Join(", ", step.OtherNames.Select(name => $"`{name}`"))} | {SummaryOf(step.GetType())} |\n");
        }

        return page.ToString();
    }

    private string Operators()
    {
        var page = Page("GraphQL operators", "The endings of members of `where`: `population_gt: 1000000`. Members side by side must all hold; `AND`, `OR` and `NOT` combine them.");
        page.Append("\n| Ending | Keeps | For |\n| --- | --- | --- |\n");
        foreach (var one in blocks.GetServices<Operator>().OrderBy(one => one.Suffix, StringComparer.Ordinal))
        {
            var kinds = Enum.GetValues<MemberKind>().Where(one.Suits).Select(kind => kind.ToString());
            page.Append(CultureInfo.InvariantCulture, $"| {(one.Suffix.Length == 0 ? "(none)" : $"`{one.Suffix}`")} | {SummaryOf(one.GetType())} | {string.Join(", ", kinds)} |\n");
        }

        return page.ToString();
    }

    private string Liquid()
    {
        var page = Page("Liquid", "Filters and tags of themes, beside those of Liquid itself.");
        page.Append("\n## Filters\n\n| Filter | |\n| --- | --- |\n");
        foreach (var filter in blocks.GetServices<LiquidFilter>().OrderBy(filter => filter.Name, StringComparer.Ordinal)) page.Append(CultureInfo.InvariantCulture, $"| `{filter.Name}` | {SummaryOf(filter.GetType())} |\n");
        page.Append("\n## Tags\n\n| Tag | |\n| --- | --- |\n");
        foreach (var tag in blocks.GetServices<LiquidTag>().OrderBy(tag => tag.Name, StringComparer.Ordinal)) page.Append(CultureInfo.InvariantCulture, $"| `{tag.Name}` | {SummaryOf(tag.GetType())} |\n");
        return page.ToString();
    }

    private static string PermissionNames()
    {
        var page = Page("Permissions", "The names that this site checks. Content permissions also exist for own items (`EditOwnContent`) and for one type (`Edit_Practice`, `EditOwn_Practice`).");
        page.Append('\n');
        var names = typeof(Permissions).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
        foreach (var name in names.Order(StringComparer.Ordinal)) page.Append(CultureInfo.InvariantCulture, $"- `{name}`\n");
        return page.ToString();
    }

    private static StringBuilder Page(string title, string text) =>
        new($"# {title}\n\n{text}\n\nMade from the code by the tests; `CITYKNOWLEDGE_WRITE_REFERENCE=1 tests/run` writes it anew.\n");

    // Settings classes lie beside their block and are named after what they set.
    private static IEnumerable<Type> SettingsOf(Type block) => typeof(Composition).Assembly.GetTypes()
        .Where(type => type.Namespace == block.Namespace && type.Name.EndsWith("Settings", StringComparison.Ordinal) && type.GetConstructor([]) is not null)
        .OrderBy(type => type.Name, StringComparer.Ordinal);

    private static string Shown(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "`true`" : "`false`",
        string { Length: 0 } => "",
        System.Collections.IEnumerable and not string => "",
        _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    private string SummaryOf(Type type) => SummaryOf(type.Name);

    private string SummaryOf(string name) => summaries.TryGetValue(name, out var text) ? text : "";

    private static Dictionary<string, string> ReadSummaries()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Repository.SourceFiles(Path.Combine(Repository.Root, "src")))
        {
            var text = File.ReadAllText(file);
            foreach (Match match in Summaries().Matches(text)) found.TryAdd(match.Groups["name"].Value, Plain(match.Groups["text"].Value));
            if (Path.GetFileName(file) != "FieldShape.cs") continue;
            foreach (Match match in EnumMembers().Matches(text)) found.TryAdd($"MemberKind.{match.Groups["name"].Value}", Plain(match.Groups["text"].Value));
        }

        return found;
    }

    private static string Plain(string xml)
    {
        var text = Slashes().Replace(xml, " ");
        text = Code().Replace(text, "`$1`");
        text = Links().Replace(text, match => $"`{match.Groups[1].Value.Split('.')[^1].TrimEnd('"')}`");
        return System.Net.WebUtility.HtmlDecode(Spaces().Replace(text, " ").Trim()).Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"/// <summary>(?<text>(?:(?!</summary>).)*)</summary>(?:\n///[^\n]*)*\n(?:\[[^\n]*\]\n)*(?:public|internal) (?:sealed |abstract |static |partial )*(?:class|record|enum) (?<name>\w+)", RegexOptions.Singleline)]
    private static partial Regex Summaries();

    [GeneratedRegex(@"/// <summary>(?<text>[^\n]*)</summary>\n    (?<name>\w+),")]
    private static partial Regex EnumMembers();

    [GeneratedRegex(@"\n///")]
    private static partial Regex Slashes();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex Code();

    [GeneratedRegex("<(?:see|paramref) (?:cref|name)=\"([^\"]*)\" */>")]
    private static partial Regex Links();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
