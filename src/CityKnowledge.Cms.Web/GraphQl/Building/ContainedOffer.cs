using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.GraphQl.Filters;
using CityKnowledge.Cms.Web.GraphQl.Running;
using CityKnowledge.Cms.Web.Parts.List;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>What an item that stands in a list shows: the list, under the name of the list's type.</summary>
internal sealed class ContainedOffer
{
    private readonly ContentTypes contentTypes;
    private readonly SharedTypes types;
    private readonly ObjectGraphType contained = new() { Name = "ContainedPart" };

    public ContainedOffer(ContentTypes contentTypes, SharedTypes types)
    {
        (this.contentTypes, this.types) = (contentTypes, types);
        var offer = new Offer();
        offer.Field("listContentItemId", types.Scalars.Text, new JsonResolver(new Spot("ListContentItemId"), json => json.AsText()));
        offer.Field("listContentType", types.Scalars.Text, new JsonResolver(new Spot("ListContentType"), json => json.AsText()));
        offer.Field("order", types.Scalars.Whole, new JsonResolver(new Spot("Order"), json => (int?)json.AsNumber()));
        offer.Field("listContentItem", types.Item, new ListOfItem());
        foreach (var field in offer.Fields) contained.AddField(field);
    }

    public Offer Describe(TypeDefinition type)
    {
        var offer = new Offer();
        foreach (var list in contentTypes.Types.Where(list => Holds(list, type)))
        {
            offer.Field(Names.OfMember(list.Name), contained, new PlaceInList(list.Name));
        }

        if (offer.Fields.Count > 0) offer.Filters.Add(new FilterGroup("contained", "ContainedPartInput", [ByList()]));
        return offer;
    }

    private static bool Holds(TypeDefinition list, TypeDefinition type) =>
        list.FindPartOf("ListPart") is { } part
        && part.Settings.Get<ListPartSettings>().ContainedContentTypes.Contains(type.Name, StringComparer.OrdinalIgnoreCase);

    private FilterValue ByList() => new(
        "listContentItemId", MemberKind.Items, types.Scalars.Id, (_, ids) => new RefersTo([.. ids.Cast<string>()], ContainedQueries.ListKey));

    private sealed class PlaceInList(string listType) : IFieldResolver
    {
        public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
        {
            var item = Spot.ItemOf(context.Source);
            var place = item.Part("ContainedPart");
            return string.Equals(place.Get("ListContentType").AsText(), listType, StringComparison.OrdinalIgnoreCase) ? new(new Placed(item, place)) : default;
        }
    }

    private sealed class ListOfItem : IFieldResolver
    {
        private static readonly Spot ListId = new("ListContentItemId");

        public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
        {
            if (ListId.Find(context.Source).AsText() is not { } id) return default;
            var state = RequestState.Of(context);
            return new(state.Items.Load([id], ContentStatus.Published, found => found is [var list] && state.Rights.MayView(list) ? list : null));
        }
    }
}
