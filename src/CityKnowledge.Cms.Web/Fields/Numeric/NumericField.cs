using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Numeric;

/// <summary>A number with a given count of decimal places.</summary>
internal sealed class NumericField : FieldKind
{
    public override string Name => "NumericField";

    public override string Purpose => "A number.";

    public override FieldShape Shape { get; } = FieldShape.OneValue("Value", MemberKind.Number);

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<NumericFieldSettings>().Required;

    public override JsonObject? Begin(FieldDefinition field) =>
        field.Settings.Get<NumericFieldSettings>().DefaultValue is { Length: > 0 } number ? new JsonObject { ["Value"] = number } : null;

    public override IEnumerable<FormattableString> Validate(FieldDefinition field, JsonElement value)
    {
        var settings = field.Settings.Get<NumericFieldSettings>();
        if (value.Get("Value").AsNumber() is not { } number) yield break;
        if (number < settings.Minimum) yield return $"The value of {field.Label} must be at least {settings.Minimum}.";
        if (number > settings.Maximum) yield return $"The value of {field.Label} must be at most {settings.Maximum}.";
        if (decimal.Round(number, settings.Scale) != number)
        {
            yield return settings.Scale == 0
                ? (FormattableString)$"The value of {field.Label} must be a whole number."
                : $"The value of {field.Label} may have at most {settings.Scale} decimal places.";
        }
    }
}
