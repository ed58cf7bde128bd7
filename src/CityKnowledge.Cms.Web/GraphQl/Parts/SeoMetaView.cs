using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.GraphQl.Building;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Parts;

/// <summary>Search engine metadata, with its images as media fields and its tags as objects.</summary>
internal sealed class SeoMetaView : PartView
{
    private static readonly string[] Images = ["DefaultSocialImage", "OpenGraphImage", "TwitterImage"];
    private static readonly string[] TagMembers = ["Name", "Property", "Content", "HttpEquiv", "Charset"];

    public override string Part => "SeoMetaPart";
    public override bool ShowsMembers => true;

    public override void Describe(PartPlace place, Workshop workshop, Offer offer)
    {
        foreach (var image in Images) offer.Absorb(workshop.Fields.Describe("MediaField", place.NameOf(image), place.Spot.Below(image), _ => ""));
        offer.Field(
            place.NameOf("CustomMetaTags"),
            new ListGraphType(workshop.Names.Once("MetaEntry", name => TagType(name, workshop.Types.Scalars.Text))),
            new JsonResolver(place.Spot.Below("CustomMetaTags"), Tags));
    }

    private static ObjectGraphType TagType(string name, IGraphType text)
    {
        var offer = new Offer();
        foreach (var member in TagMembers) offer.Field(Names.OfMember(member), text, new JsonResolver(new Spot(member), json => json.AsText()));
        var type = new ObjectGraphType { Name = name };
        foreach (var field in offer.Fields) type.AddField(field);
        return type;
    }

    private static object? Tags(JsonElement tags) =>
        tags.ValueKind == JsonValueKind.Array ? tags.EnumerateArray().Select(tag => new Placed(Nobody, tag)).ToList() : null;

    private static ContentItem Nobody { get; } = new() { ContentItemId = "", ContentType = "", Content = default };
}
