using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;

/// <summary>Makes the form of any settings from the classes that describe them.</summary>
internal sealed partial class SettingsForm(TypeCatalogue types, ContentQueries queries)
{
    private const int EmptyRows = 3;
    private const int MostVocabularies = 500;

    /// <summary>The settings in force, or what was typed when a form comes back.</summary>
    public async Task<IReadOnlyList<SettingsGroup>> ShowAsync(IEnumerable<Type> classes, SettingsBag present, IFormCollection? typed = null)
    {
        var groups = new List<SettingsGroup>();
        var rare = new List<SettingControl>();
        foreach (var settings in classes)
        {
            var controls = new List<SettingControl>();
            foreach (var member in SettingMember.Of(settings)) (member.Words.IsRare ? rare : controls).Add(await ShowAsync(member, present, typed));
            var (title, folded) = TitleOf(settings);
            if (controls.Count > 0) groups.Add(new SettingsGroup(title, folded, controls));
        }

        if (rare.Count > 0) groups.Add(new SettingsGroup("More settings", true, rare));
        return [.. groups.OrderBy(group => group.IsFolded)];
    }

    private async Task<SettingControl> ShowAsync(SettingMember member, SettingsBag present, IFormCollection? typed)
    {
        var control = new SettingControl(member.Name, member.Words.Label, member.Words.Hint, member.Kind);
        return member.Kind switch
        {
            ControlKind.Rows => control with { Columns = member.Columns, Rows = WithEmptyRows(member, typed is null ? member.Rows(present) : TypedRows.Read(member, typed)) },
            ControlKind.Choices => Choose(control, TypeOptions(), typed is null ? member.Texts(present) : Given(typed[member.Name])),
            ControlKind.Lines => control with { Value = typed is null ? string.Join('\n', member.Texts(present)) : typed[member.Name].ToString() },
            ControlKind.Choice when member.Type.IsEnum => Choose(control, EnumOptions(member.Type), [ValueOf(member, present, typed)]),
            ControlKind.Choice => Choose(control, await VocabulariesAsync(), [ValueOf(member, present, typed)]),
            _ => control with { Value = ValueOf(member, present, typed) },
        };
    }

    private static string ValueOf(SettingMember member, SettingsBag present, IFormCollection? typed) =>
        typed is null || !typed.ContainsKey(member.Name) ? member.Text(present) : typed[member.Name].LastOrDefault() ?? "";

    // What was chosen once stays in the list, even when it is no longer there: saving must not change it silently.
    private static SettingControl Choose(SettingControl control, IReadOnlyList<SettingOption> options, IReadOnlyList<string> chosen) => control with
    {
        Value = chosen is [var first, ..] ? first : "",
        Values = chosen,
        Options = [.. options, .. chosen.Where(value => value.Length > 0 && options.All(option => option.Value != value)).Select(value => new SettingOption(value, value))],
    };

    private static IReadOnlyList<IReadOnlyList<string>> WithEmptyRows(SettingMember member, IReadOnlyList<IReadOnlyList<string>> rows) =>
        [.. rows, .. Enumerable.Repeat((IReadOnlyList<string>)[.. member.Columns.Select(_ => "")], EmptyRows)];

    private static IReadOnlyList<string> Given(IEnumerable<string?> values) => [.. values.OfType<string>().Where(value => value.Length > 0)];

    private SettingOption[] TypeOptions() => [.. types.Current.Types.Select(type => new SettingOption(type.Name, type.DisplayName))];

    private static SettingOption[] EnumOptions(Type type) => [.. Enum.GetNames(type).Select(name => new SettingOption(name, Spaced(name)))];

    private async Task<IReadOnlyList<SettingOption>> VocabulariesAsync()
    {
        var kinds = types.Current.Types.Where(type => type.FindPartOf("TaxonomyPart") is not null).Select(type => type.Name).ToList();
        IReadOnlyList<ContentItem> found = kinds.Count == 0 ? [] : await queries.ListAsync(new ContentQuery { Types = kinds, Status = ContentStatus.Latest, Take = MostVocabularies });
        return [new SettingOption("", "–"), .. found.Select(item => new SettingOption(item.ContentItemId, item.DisplayText ?? item.ContentItemId)).OrderBy(option => option.Label, StringComparer.CurrentCulture)];
    }

    private static (string? Title, bool IsFolded) TitleOf(Type settings) => settings.Name switch
    {
        nameof(LuceneContentIndexSettings) => ("Search", true),
        nameof(FullTextAspectSettings) => ("Full-text search", true),
        nameof(GraphQLContentTypeSettings) or nameof(GraphQLContentTypePartSettings) => ("GraphQL, for programs", true),
        "TextFieldRuleSettings" => ("Rules for the text", true),
        "MediaFieldRuleSettings" => ("Rules for pictures", true),
        "TextFieldPredefinedListEditorSettings" => ("A list to choose from", false),
        _ => (null, false),
    };

    /// <summary>"EditableRequired" → "Editable required".</summary>
    private static string Spaced(string name) => name[..1] + Capital().Replace(name[1..], match => " " + match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
