using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Web.GraphQl.Building;

namespace CityKnowledge.Cms.Web.GraphQl.Members;

/// <summary>Describes the members of fields and parts, each by the view of its kind.</summary>
internal sealed class MemberOffers(IReadOnlyList<MemberView> views)
{
    public MemberView? FindView(MemberKind kind) => views.FirstOrDefault(view => view.Shows(kind));

    /// <param name="owner">The JSON object that has the members.</param>
    /// <param name="nameOf">The GraphQL name of a member.</param>
    /// <param name="keyOf">The key of a member in queries.</param>
    public Offer Describe(FieldShape shape, Spot owner, Func<string, string> nameOf, Func<string, string> keyOf)
    {
        var offer = new Offer();
        foreach (var member in shape.Members)
        {
            var described = new Offer();
            FindView(member.Kind)?.Describe(new MemberPlace(member, nameOf(member.Name), owner, keyOf(member.Name)), described);
            offer.Absorb(described);
        }

        return offer;
    }
}
