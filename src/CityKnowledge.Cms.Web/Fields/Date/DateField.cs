using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Date;

/// <summary>A day.</summary>
internal sealed class DateField : FieldKind
{
    public override string Name => "DateField";

    public override string Purpose => "A day.";

    public override FieldShape Shape { get; } = FieldShape.OneValue("Value", MemberKind.Date);

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<DateFieldSettings>().Required;
}
