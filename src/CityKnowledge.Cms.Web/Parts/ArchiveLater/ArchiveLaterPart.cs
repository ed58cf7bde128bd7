using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;

namespace CityKnowledge.Cms.Web.Parts.ArchiveLater;

/// <summary>Takes a published item from public view at a given moment.</summary>
internal sealed class ArchiveLaterPart : PartKind
{
    public override string Name => "ArchiveLaterPart";

    public override string Purpose => "Takes the item from public view at a chosen moment.";

    public override FieldShape Shape { get; } = FieldShape.Of(new FieldMember(Schedule.ArchiveMember, MemberKind.Moment));
}
