using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Filters;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Members;

/// <summary>Several texts. A filter is met when one of them meets it; a negative filter when none does.</summary>
internal sealed class TextsMember(Scalars scalars) : MemberView
{
    public override bool IsList => true;

    public override bool Shows(MemberKind kind) => kind == MemberKind.Texts;

    public override void Describe(MemberPlace place, Offer offer)
    {
        var spot = place.Owner.Below(place.Member.Name);
        offer.Field(place.Name, new ListGraphType(scalars.Text), new JsonResolver(spot, json => json.AsTexts().ToList()));
        if (!place.Member.Indexed) return;
        offer.Filters.Add(new FilterValue(place.Name, MemberKind.Texts, scalars.Text, (comparison, values) => new FieldIs(place.Key, MemberKind.Text, comparison, values)));
    }
}
