using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.Taxonomy;

/// <summary>Tags an item with terms of one taxonomy.</summary>
internal sealed class TaxonomyField : FieldKind
{
    public override string Name => "TaxonomyField";

    public override string Purpose => "Terms of a vocabulary, such as themes or countries.";

    public override FieldShape Shape { get; } = FieldShape.Of(
        new FieldMember("TermContentItemIds", MemberKind.Terms),
        new FieldMember("TaxonomyContentItemId", MemberKind.Text, Indexed: false),
        new FieldMember("TagNames", MemberKind.Texts, Indexed: false));

    public override IEnumerable<FieldMember> Editable(FieldDefinition field) => [Shape.Members[0]];

    public override void Fill(FieldDefinition field, JsonObject value) =>
        value["TaxonomyContentItemId"] = field.Settings.Get<TaxonomyFieldSettings>().TaxonomyContentItemId;

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<TaxonomyFieldSettings>().Required;

    public override bool IsEmpty(JsonElement value) =>
        value.Get("TermContentItemIds") is not { ValueKind: JsonValueKind.Array } ids || ids.GetArrayLength() == 0;

    public override IEnumerable<FormattableString> Validate(FieldDefinition field, JsonElement value)
    {
        if (field.Settings.Get<TaxonomyFieldSettings>().Unique && value.Get("TermContentItemIds").GetArrayLength() > 1)
        {
            yield return $"{field.Label} can have only one term.";
        }
    }
}
