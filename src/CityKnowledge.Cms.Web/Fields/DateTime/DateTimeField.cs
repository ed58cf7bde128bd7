using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.DateTime;

/// <summary>A moment in UTC.</summary>
internal sealed class DateTimeField : FieldKind
{
    public override string Name => "DateTimeField";

    public override string Purpose => "A day and a time.";

    public override FieldShape Shape { get; } = FieldShape.OneValue("Value", MemberKind.Moment);

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<DateTimeFieldSettings>().Required;
}
