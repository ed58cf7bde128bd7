using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Filters;

namespace CityKnowledge.Cms.Web.GraphQl.Parts;

/// <summary>The public address: <c>path</c> on the type itself, found through the table of addresses.</summary>
internal sealed class AutorouteView : PartView
{
    public override string Part => "AutoroutePart";
    public override bool Collapses => true;

    public override void Describe(PartPlace place, Workshop workshop, Offer offer)
    {
        var (name, text) = (place.NameOf("Path"), workshop.Types.Scalars.Text);
        offer.Field(name, text, new JsonResolver(place.Spot.Below("Path"), json => json.AsText()));
        offer.Filters.Add(new FilterValue(name, MemberKind.Text, text, (comparison, values) => new PathIs(comparison, [.. values.Cast<string>().Select(Clean)])));
    }

    // The table of addresses has no slash at the start.
    private static string Clean(string path) => path.TrimStart('/');
}
