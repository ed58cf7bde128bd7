using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Admin.ContentTypes.Settings;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>The form of a term's own fields, with the input names that every content form uses: <c>SdgTerm.Code.Text</c>.</summary>
internal sealed partial class TermForm(TypeCatalogue types, FieldKinds kinds)
{
    /// <summary>The fields that can be entered here, filled in; names in other languages stand together.</summary>
    public IReadOnlyList<SettingsGroup> Show(string termType, JsonElement term, IFormCollection? typed = null)
    {
        var controls = FieldsOf(termType).Select(field => (IsName: IsTranslation(field.Field), Control: Show(field, term, typed))).ToList();
        return
        [
            .. Group(null, controls.Where(control => !control.IsName).Select(control => control.Control)),
            .. Group("Names in other languages", controls.Where(control => control.IsName).Select(control => control.Control)),
        ];
    }

    /// <summary>Part → field → member, as posted. Other members of a post are ignored.</summary>
    /// <exception cref="InvalidContentException">A number is no number.</exception>
    public JsonObject Read(string termType, IFormCollection form)
    {
        var parts = new JsonObject();
        foreach (var field in FieldsOf(termType).Where(field => form.ContainsKey(field.Name)))
        {
            if (parts[field.Part.Name] is not JsonObject part) parts[field.Part.Name] = part = [];
            part[field.Field.Name] = new JsonObject { [field.Member.Name] = Read(field, (form[field.Name].LastOrDefault() ?? "").ReplaceLineEndings("\n").Trim()) };
        }

        return parts;
    }

    private IEnumerable<TermField> FieldsOf(string termType) =>
        from part in types.Current.FindType(termType)?.Parts ?? []
        from field in part.Fields
        let shape = kinds.Find(field.Kind)?.Shape
        where shape is { IsOneValue: true } && shape.Members[0].Kind is MemberKind.Text or MemberKind.Html or MemberKind.Markdown or MemberKind.Number or MemberKind.Flag
        select new TermField(part, field, shape.Members[0]);

    private static SettingControl Show(TermField field, JsonElement term, IFormCollection? typed)
    {
        var stored = term.Get(field.Part.Name).Get(field.Field.Name).Get(field.Member.Name).AsText() ?? "";
        var hint = field.Field.Settings.Json.Get($"{field.Field.Kind}Settings").Get("Hint").AsText();
        return new SettingControl(field.Name, field.Field.Label, hint is { Length: > 0 } ? hint : null, KindOf(field))
        {
            Value = typed is null || !typed.ContainsKey(field.Name) ? stored : typed[field.Name].LastOrDefault() ?? "",
        };
    }

    private static ControlKind KindOf(TermField field) => field.Member.Kind switch
    {
        MemberKind.Flag => ControlKind.Flag,
        MemberKind.Number => ControlKind.Number,
        MemberKind.Html or MemberKind.Markdown => ControlKind.Long,
        _ => field.Field.Settings.Get<ContentPartFieldSettings>().Editor == "TextArea" ? ControlKind.Long : ControlKind.Text,
    };

    private static JsonNode? Read(TermField field, string text) => field.Member.Kind switch
    {
        MemberKind.Flag => text == "true",
        _ when text.Length == 0 => null,
        MemberKind.Number => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidContentException([new ContentProblem(field.Name, $"{field.Field.Label} must be a number such as 1.5.")]),
        _ => text,
    };

    private static IEnumerable<SettingsGroup> Group(string? title, IEnumerable<SettingControl> controls) =>
        controls.ToList() is { Count: > 0 } some ? [new SettingsGroup(title, false, some)] : [];

    private static bool IsTranslation(FieldDefinition field) => Translation().IsMatch(field.Name);

    /// <summary>As the vocabularies of this site name them: NameFr, NameAr.</summary>
    [GeneratedRegex("^Name[A-Z][a-z]{1,2}$")]
    private static partial Regex Translation();

    private sealed record TermField(PartOnType Part, FieldDefinition Field, FieldMember Member)
    {
        public string Name => $"{Part.Name}.{Field.Name}.{Member.Name}";
    }
}
