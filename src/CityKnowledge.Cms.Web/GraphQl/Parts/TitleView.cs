using CityKnowledge.Cms.Web.GraphQl.Building;

namespace CityKnowledge.Cms.Web.GraphQl.Parts;

/// <summary>A title is read as <c>displayText</c>.</summary>
internal sealed class TitleView : PartView
{
    public override string Part => "TitlePart";

    public override void Describe(PartPlace place, Workshop workshop, Offer offer)
    {
    }
}
