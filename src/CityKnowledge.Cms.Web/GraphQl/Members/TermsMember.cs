using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Filters;
using CityKnowledge.Cms.Web.GraphQl.Relations;
using CityKnowledge.Cms.Web.GraphQl.Running;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Members;

/// <summary>Terms of a taxonomy: their ids, the terms, and the taxonomy.</summary>
internal sealed class TermsMember(SharedTypes types, TaxonomyReader taxonomies) : MemberView
{
    private const string TaxonomyId = "TaxonomyContentItemId";

    public override bool IsList => true;

    public override bool Shows(MemberKind kind) => kind == MemberKind.Terms;

    public override void Describe(MemberPlace place, Offer offer)
    {
        var spot = place.Owner.Below(place.Member.Name);
        var taxonomy = place.Owner.Below(TaxonomyId);
        offer.Field(place.Name, new ListGraphType(types.Scalars.Text), new IdsResolver(spot, types.Paging), types.Paging.Arguments());
        offer.Field("taxonomyContentItem", types.Item, new TaxonomyOfField(taxonomy));
        offer.Field("termContentItems", types.Items, new TermsOfField(taxonomy, spot, types.Paging, taxonomies), types.Paging.Arguments());
        if (!place.Member.Indexed) return;
        offer.Filters.Add(new FilterValue(place.Name, MemberKind.Terms, types.Scalars.Id, (_, ids) => new TaggedWith([.. ids.Cast<string>()], place.Key)));
    }

    private sealed class TaxonomyOfField(Spot taxonomy) : IFieldResolver
    {
        public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
        {
            if (taxonomy.Find(context.Source).AsText() is not { } id) return default;
            var state = RequestState.Of(context);
            return new(state.Items.Load([id], ContentStatus.Published, found => found is [var item] && state.Rights.MayView(item) ? item : null));
        }
    }

    private sealed class TermsOfField(Spot taxonomy, Spot spot, Paging paging, TaxonomyReader taxonomies) : IFieldResolver
    {
        public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
        {
            var ids = paging.Read(context).Of(spot.Find(context.Source).AsTexts().ToList());
            if (ids.Count == 0 || taxonomy.Find(context.Source).AsText() is not { } id) return new(Array.Empty<ContentItem>());
            var rights = RequestState.Of(context).Rights;
            return new(RequestState.Of(context).Items.Load([id], ContentStatus.Published, found => Terms(rights, found, ids)));
        }

        private List<ContentItem> Terms(ViewRights rights, IReadOnlyList<ContentItem> found, IReadOnlyList<string> ids)
        {
            if (found is not [var item]) return [];
            var tree = taxonomies.TreeOf(item);
            return [.. ids.Select(tree.Find).OfType<Term>().Select(term => term.Item).Where(term => MayView(rights, item, term))];
        }

        // A term is a part of its taxonomy: who may see that may see it, and so may who may see all items of its type.
        private static bool MayView(ViewRights rights, ContentItem taxonomy, ContentItem term) =>
            rights.MayView(taxonomy) || rights.ToView(term.ContentType) == Reach.All;
    }
}
