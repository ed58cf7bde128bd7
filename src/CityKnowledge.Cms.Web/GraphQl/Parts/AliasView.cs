using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Filters;

namespace CityKnowledge.Cms.Web.GraphQl.Parts;

/// <summary>The alias, found through the table of aliases.</summary>
internal sealed class AliasView : PartView
{
    public override string Part => "AliasPart";
    public override bool ShowsMembers => true;

    public override void Describe(PartPlace place, Workshop workshop, Offer offer) => offer.Filters.Add(new FilterValue(
        place.NameOf("Alias"),
        MemberKind.Text,
        workshop.Types.Scalars.Text,
        (comparison, values) => new AliasIs(comparison, [.. values.Cast<string>()])));
}
