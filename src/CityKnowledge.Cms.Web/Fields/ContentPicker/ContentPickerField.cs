using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.ContentPicker;

/// <summary>Points to other content items.</summary>
internal sealed class ContentPickerField : FieldKind
{
    public override string Name => "ContentPickerField";

    public override string Purpose => "Links to other items of this site.";

    public override FieldShape Shape { get; } = FieldShape.Of(new FieldMember("ContentItemIds", MemberKind.Items));

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<ContentPickerFieldSettings>().Required;

    public override IEnumerable<FormattableString> Validate(FieldDefinition field, JsonElement value)
    {
        if (!field.Settings.Get<ContentPickerFieldSettings>().Multiple && value.Get("ContentItemIds").GetArrayLength() > 1)
        {
            yield return $"{field.Label} can have only one item.";
        }
    }
}
