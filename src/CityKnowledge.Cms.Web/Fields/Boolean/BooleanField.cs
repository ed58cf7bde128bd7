using CityKnowledge.Cms.Content.Fields;

namespace CityKnowledge.Cms.Web.Fields.Boolean;

/// <summary>Yes or no.</summary>
internal sealed class BooleanField : FieldKind
{
    public override string Name => "BooleanField";

    public override string Purpose => "Yes or no.";

    public override FieldShape Shape { get; } = FieldShape.OneValue("Value", MemberKind.Flag);
}
