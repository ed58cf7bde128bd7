using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Boolean;

/// <summary>Yes or no.</summary>
internal sealed class BooleanField : FieldKind
{
    public override string Name => "BooleanField";

    public override string Purpose => "Yes or no.";

    public override FieldShape Shape { get; } = FieldShape.OneValue("Value", MemberKind.Flag);

    public override JsonObject? Begin(FieldDefinition field) =>
        field.Settings.Get<BooleanFieldSettings>().DefaultValue ? new JsonObject { ["Value"] = true } : null;
}
