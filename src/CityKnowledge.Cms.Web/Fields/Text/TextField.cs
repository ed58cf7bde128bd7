using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Text;

/// <summary>Plain text, one line or several.</summary>
internal sealed class TextField : FieldKind
{
    public override string Name => "TextField";

    public override string Purpose => "Plain text, in one line or several, or one choice of a list.";

    public override FieldShape Shape { get; } = FieldShape.OneValue("Text", MemberKind.Text);

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<TextFieldSettings>().Required;

    public override JsonObject? Begin(FieldDefinition field) =>
        (field.Settings.Get<TextFieldSettings>().DefaultValue ?? field.Settings.Get<TextFieldPredefinedListEditorSettings>().DefaultValue) is { Length: > 0 } text
            ? new JsonObject { ["Text"] = text }
            : null;

    public override IEnumerable<FormattableString> Validate(FieldDefinition field, JsonElement value)
    {
        var list = field.Settings.Get<TextFieldPredefinedListEditorSettings>().Options;
        if (list.Count > 0 && !list.Exists(option => option.Value == value.Get("Text").AsText()))
        {
            yield return $"{field.Label} must be one of: {string.Join(", ", list.Select(option => option.Value))}.";
        }

        foreach (var broken in field.Settings.Get<TextFieldRuleSettings>().Broken(field.Label, value.Get("Text").AsText() ?? "")) yield return broken;
    }
}
