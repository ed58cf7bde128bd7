using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Filters;
using CityKnowledge.Cms.Web.GraphQl.Sorting;

namespace CityKnowledge.Cms.Web.GraphQl.Members;

/// <summary>One text, number, flag, day, moment or time.</summary>
internal sealed class ScalarMember(Scalars scalars) : MemberView
{
    public override bool Shows(MemberKind kind) =>
        kind is MemberKind.Text or MemberKind.Number or MemberKind.Flag or MemberKind.Date or MemberKind.Moment or MemberKind.Time;

    public override void Describe(MemberPlace place, Offer offer)
    {
        var kind = place.Member.Kind;
        offer.Field(place.Name, scalars.Of(kind), new JsonResolver(place.Owner.Below(place.Member.Name), json => Scalars.Read(kind, json)));
        if (!place.Member.Indexed) return;
        offer.Filters.Add(new FilterValue(place.Name, kind, scalars.Of(kind), (comparison, values) => new FieldIs(place.Key, kind, comparison, values)));
        offer.Sorts.Add(new SortValue(place.Name, place.Key, kind));
    }
}
