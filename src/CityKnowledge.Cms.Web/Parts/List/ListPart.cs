using CityKnowledge.Cms.Content.Parts;

namespace CityKnowledge.Cms.Web.Parts.List;

/// <summary>Holds other items, which point to it by their ContainedPart.</summary>
internal sealed class ListPart : PartKind
{
    public override string Name => "ListPart";

    public override string Purpose => "Holds other items as a list, as a blog holds its posts.";
}
