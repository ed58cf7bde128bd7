using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Filters;
using CityKnowledge.Cms.Web.GraphQl.Relations;
using CityKnowledge.Cms.Web.GraphQl.Running;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Members;

/// <summary>Items that are pointed to: their ids, and the items themselves as far as the caller may see them.</summary>
internal sealed class ItemsMember(SharedTypes types) : MemberView
{
    public override bool IsList => true;

    public override bool Shows(MemberKind kind) => kind == MemberKind.Items;

    public override void Describe(MemberPlace place, Offer offer)
    {
        var spot = place.Owner.Below(place.Member.Name);
        offer.Field(place.Name, new ListGraphType(types.Scalars.Text), new IdsResolver(spot, types.Paging), types.Paging.Arguments());
        offer.Field("contentItems", types.Items, new PickedItems(spot, types.Paging), [.. types.Paging.Arguments(), types.StatusArgument()]);
        if (!place.Member.Indexed) return;
        offer.Filters.Add(new FilterValue(place.Name, MemberKind.Items, types.Scalars.Id, (_, ids) => new RefersTo([.. ids.Cast<string>()], place.Key)));
    }

    private sealed class PickedItems(Spot spot, Paging paging) : IFieldResolver
    {
        public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
        {
            var ids = paging.Read(context).Of(spot.Find(context.Source).AsTexts().ToList());
            var state = RequestState.Of(context);
            return new(state.Items.Load(ids, SharedTypes.StatusOf(context), items => Visible(state.Rights, items)));
        }

        private static IReadOnlyList<ContentItem> Visible(ViewRights rights, IReadOnlyList<ContentItem> items) =>
            items.All(rights.MayView) ? items : [.. items.Where(rights.MayView)];
    }
}

/// <summary>A page of the ids in an array.</summary>
internal sealed class IdsResolver(Spot spot, Paging paging) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context) =>
        new(paging.Read(context).Of(spot.Find(context.Source).AsTexts().ToList()));
}
