using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Time;

/// <summary>A time of day.</summary>
internal sealed class TimeField : FieldKind
{
    public override string Name => "TimeField";

    public override string Purpose => "A time of day.";

    public override FieldShape Shape { get; } = FieldShape.OneValue("Value", MemberKind.Time);

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<TimeFieldSettings>().Required;

    public override IEnumerable<FormattableString> Validate(FieldDefinition field, JsonElement value)
    {
        if (value.Get("Value").AsTime() is { } time && (time < TimeSpan.Zero || time >= TimeSpan.FromDays(1)))
        {
            yield return $"{field.Label} must be a time between 00:00:00 and 23:59:59.";
        }
    }
}
