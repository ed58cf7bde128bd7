using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Relations;
using GraphQL;
using GraphQL.Resolvers;

namespace CityKnowledge.Cms.Web.GraphQl.Parts;

/// <summary>The terms of a taxonomy: those at the top.</summary>
internal sealed class TaxonomyView : PartView
{
    public override string Part => "TaxonomyPart";
    public override bool ShowsMembers => true;

    public override void Describe(PartPlace place, Workshop workshop, Offer offer) => offer.Field(
        place.NameOf("ContentItems"), workshop.Types.Items, new TermsResolver(place.Spot.Below("Terms"), workshop.Types.Paging), workshop.Types.Paging.Arguments());
}

/// <summary>A term, and the terms below it.</summary>
internal sealed class TermView : PartView
{
    public override string Part => "TermPart";
    public override bool ShowsMembers => true;

    public override void Describe(PartPlace place, Workshop workshop, Offer offer) => offer.Field(
        place.NameOf("ContentItems"), workshop.Types.Items, new TermsResolver(null, workshop.Types.Paging), workshop.Types.Paging.Arguments());
}

/// <summary>Terms written inside an item.</summary>
/// <param name="spot">The array of terms; null for the item's own <c>Terms</c>, beside its parts.</param>
internal sealed class TermsResolver(Spot? spot, Paging paging) : IFieldResolver
{
    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var terms = spot?.Find(context.Source) ?? Spot.ItemOf(context.Source).Content.Get("Terms");
        if (terms.ValueKind != System.Text.Json.JsonValueKind.Array) return new(Array.Empty<ContentItem>());
        return new(paging.Read(context).Of(terms.EnumerateArray().ToList()).Select(ContentItem.FromContained).ToList());
    }
}
