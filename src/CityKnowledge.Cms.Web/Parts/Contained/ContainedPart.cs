using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Contained;

/// <summary>Says in which list an item stands, and where in it.</summary>
internal sealed class ContainedPart : PartKind
{
    public override string Name => Container.Contained;

    public override bool IsAttachable => false;

    /// <summary>The key under which lists find their items, whatever the type of these.</summary>
    public const string ListKey = "ContainedPart.ListContentItemId";

    public override FieldShape Shape { get; } = FieldShape.Of(
        new FieldMember("ListContentItemId", MemberKind.Text, Indexed: false),
        new FieldMember("ListContentType", MemberKind.Text, Indexed: false),
        new FieldMember("Order", MemberKind.Number));

    // Where an item stands is changed in its list, not in its form.
    public override IEnumerable<FieldMember> Editable(PartOnType part) => [];

    public override void Index(PartOnType part, JsonElement value, IndexRows rows)
    {
        if (value.Get("ListContentItemId").AsText() is { Length: > 0 } list) rows.Reference(ListKey, list);
    }
}
