using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.MultiText;

/// <summary>Several short texts.</summary>
internal sealed class MultiTextField : FieldKind
{
    public override string Name => "MultiTextField";

    public override string Purpose => "Several short texts, free or from a list.";

    public override FieldShape Shape { get; } = FieldShape.OneValue("Values", MemberKind.Texts);

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<MultiTextFieldSettings>().Required;

    public override JsonObject? Begin(FieldDefinition field)
    {
        var chosen = field.Settings.Get<MultiTextFieldSettings>().Options.Where(option => option.Default).Select(option => (JsonNode?)option.Value).ToArray();
        return chosen.Length == 0 ? null : new JsonObject { ["Values"] = new JsonArray(chosen) };
    }

    public override IEnumerable<FormattableString> Validate(FieldDefinition field, JsonElement value)
    {
        var options = field.Settings.Get<MultiTextFieldSettings>().Options;
        if (options.Count == 0) yield break;
        foreach (var text in value.Get("Values").AsTexts())
        {
            if (!options.Exists(option => option.Value == text)) yield return $"{field.Label}: '{text}' is none of: {string.Join(", ", options.Select(option => option.Value))}.";
        }
    }
}
