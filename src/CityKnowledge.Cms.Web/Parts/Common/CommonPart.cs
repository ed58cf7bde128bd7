using CityKnowledge.Cms.Content.Parts;

namespace CityKnowledge.Cms.Web.Parts.Common;

/// <summary>Lets editors change date and owner; stores nothing of its own.</summary>
internal sealed class CommonPart : PartKind
{
    public override string Name => "CommonPart";

    public override string Purpose => "Lets editors see and change date and owner.";
}
