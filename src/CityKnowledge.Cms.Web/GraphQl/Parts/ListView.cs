using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Relations;
using CityKnowledge.Cms.Web.GraphQl.Running;
using CityKnowledge.Cms.Web.Parts.List;
using GraphQL;
using GraphQL.Resolvers;

namespace CityKnowledge.Cms.Web.GraphQl.Parts;

/// <summary>The published items of a list, in its order.</summary>
internal sealed class ListView : PartView
{
    private const int UsualNumber = 10;

    public override string Part => "ListPart";

    public override void Describe(PartPlace place, Workshop workshop, Offer offer)
    {
        var types = workshop.Types;
        offer.Field(place.NameOf("ContentItems"), types.Items, new ContainedResolver(workshop.ContentTypes, types.Paging), types.Paging.First(), types.Paging.Skip());
    }

    // All list types share one object type, so what a list may hold is looked up for the item at hand.
    private sealed class ContainedResolver(ContentTypes types, Paging paging) : IFieldResolver
    {
        public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
        {
            var list = Spot.ItemOf(context.Source);
            if (types.FindType(list.ContentType)?.FindPartOf("ListPart") is not { } part) return default;
            var settings = part.Settings.Get<ListPartSettings>();
            return new(RequestState.Of(context).Contained.Load(list.ContentItemId, settings.ContainedContentTypes, settings.EnableOrdering, paging.Read(context, UsualNumber)));
        }
    }
}
