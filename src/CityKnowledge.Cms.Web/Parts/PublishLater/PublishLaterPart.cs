using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;

namespace CityKnowledge.Cms.Web.Parts.PublishLater;

/// <summary>Publishes the draft of an item at a given moment.</summary>
internal sealed class PublishLaterPart : PartKind
{
    public override string Name => "PublishLaterPart";

    public override string Purpose => "Publishes the item at a chosen moment.";

    public override FieldShape Shape { get; } = FieldShape.Of(new FieldMember(Schedule.PublishMember, MemberKind.Moment));
}
