using CityKnowledge.Cms.Content.Parts;

namespace CityKnowledge.Cms.Web.Parts.List;

/// <summary>Holds other items, which point to it by their ContainedPart.</summary>
internal sealed class ListPart : PartKind
{
    public override string Name => "ListPart";
}
