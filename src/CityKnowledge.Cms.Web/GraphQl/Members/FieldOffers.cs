using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Web.GraphQl.Building;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Members;

/// <summary>Describes fields by the shape of their kind: a field of one value is that value, every other one is an object.</summary>
internal sealed class FieldOffers(FieldKinds kinds, MemberOffers members)
{
    private readonly Dictionary<string, ObjectGraphType> objects = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="name">The GraphQL name the field takes.</param>
    /// <param name="spot">The JSON object of the field.</param>
    /// <param name="keyOf">The key of a member of the field in queries.</param>
    public Offer Describe(string kindName, string name, Spot spot, Func<string, string> keyOf)
    {
        if (kinds.Find(kindName) is not { } kind) return new Offer();
        if (kind.Shape.IsOneValue) return members.Describe(kind.Shape, spot, _ => name, keyOf);
        var offer = members.Describe(kind.Shape, Spot.Here, Names.OfMember, keyOf);
        var isList = kind.Shape.Members.Any(member => members.FindView(member.Kind) is { IsList: true });
        return offer.Under(name, ObjectOf(kind.Name, offer), new ObjectResolver(spot, isList), $"{kind.Name}WhereInput", $"{kind.Name}OrderByInput");
    }

    private ObjectGraphType ObjectOf(string kind, Offer offer)
    {
        if (objects.TryGetValue(kind, out var known)) return known;
        var type = objects[kind] = new ObjectGraphType { Name = kind };
        foreach (var field in offer.Fields) type.AddField(field);
        return type;
    }
}
