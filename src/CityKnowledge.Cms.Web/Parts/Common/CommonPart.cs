using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Parts.Common;

/// <summary>Lets editors change date and owner; stores nothing of its own.</summary>
internal sealed class CommonPart : PartKind
{
    public override string Name => ItemFacts.Part;

    public override string Purpose => "Lets editors see and change date and owner.";

    // They stand on the item itself.
    public override IEnumerable<FieldMember> Editable(PartOnType part)
    {
        var settings = part.Settings.Get<CommonPartSettings>();
        if (settings.DisplayOwnerEditor) yield return new FieldMember(ItemFacts.Owner, MemberKind.Text, Indexed: false);
        if (settings.DisplayDateEditor) yield return new FieldMember(ItemFacts.Created, MemberKind.Moment, Indexed: false);
    }
}
