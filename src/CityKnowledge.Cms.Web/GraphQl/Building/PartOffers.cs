using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.GraphQl.Parts;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>Describes the parts of a type: on the type itself when they are collapsed, else each under its name.</summary>
internal sealed class PartOffers(PartKinds kinds, IReadOnlyList<PartView> views, Workshop workshop)
{
    public Offer Describe(TypeDefinition type, PartOnType part)
    {
        var settings = part.Settings.Get<GraphQLContentTypePartSettings>();
        if (settings.Hidden || !Names.IsUsable(part.Name)) return new Offer();
        var view = views.FirstOrDefault(view => view.Part == part.Part.Name);
        if (view is { Collapses: true } || settings.Collapse || part.Name == type.Name)
        {
            Func<string, string> nameOf = settings.PreventFieldNameCollision ? name => Names.OfMember(part.Name) + name : Names.OfMember;
            return Members(new PartPlace(type, part, new Spot(part.Name), nameOf), view);
        }

        var offer = Members(new PartPlace(type, part, Spot.Here, Names.OfMember), view);
        return offer.Under(
            Names.OfPart(part.Name),
            ObjectOf(part.Part.Name, offer),
            new ObjectResolver(new Spot(part.Name), evenWhenAbsent: true),
            kinds.Find(part.Part.Name) is null ? $"{part.Part.Name}WhereInput" : $"{part.Part.Name}Input",
            $"{part.Part.Name}OrderByInput");
    }

    private Offer Members(PartPlace place, PartView? view)
    {
        var (type, part) = (place.Type, place.Part);
        var offer = new Offer();
        if (view is null or { ShowsMembers: true } && kinds.Find(part.Part.Name) is { } kind)
        {
            offer.Absorb(workshop.Members.Describe(kind.Shape, place.Spot, place.NameOf, member => FieldKey.OfPart(type.Name, part.Name, member)));
        }

        var own = new Offer();
        view?.Describe(place, workshop, own);
        offer.Absorb(own);
        foreach (var field in part.Fields)
        {
            offer.Absorb(workshop.Fields.Describe(
                field.Kind, place.NameOf(field.Name), place.Spot.Below(field.Name), member => FieldKey.Of(type.Name, part.Name, field.Name, member)));
        }

        return offer;
    }

    private ObjectGraphType ObjectOf(string part, Offer offer) => workshop.Names.Once(part, name =>
    {
        var type = new ObjectGraphType { Name = name };
        foreach (var field in offer.Fields) type.AddField(field);
        return type;
    });
}
