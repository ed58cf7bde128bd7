using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.GraphQl.Filters;
using CityKnowledge.Cms.Web.GraphQl.Sorting;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>A content type in GraphQL.</summary>
internal sealed record ItemType(TypeDefinition Definition, ObjectGraphType Type, Offer Offer);

/// <summary>Makes the object type of a content type from what its parts offer.</summary>
internal sealed class ItemTypes(SharedTypes types, PartOffers parts, ContainedOffer contained)
{
    public ItemType Describe(TypeDefinition definition, string name)
    {
        var offer = Common();
        foreach (var part in definition.Parts) offer.Absorb(parts.Describe(definition, part));
        offer.Absorb(contained.Describe(definition));
        var type = new ObjectGraphType { Name = name, Description = definition.Options.Description };
        foreach (var field in offer.Fields) type.AddField(field);
        types.Add(definition.Name, type);
        return new ItemType(definition, type, offer);
    }

    private Offer Common()
    {
        var offer = types.CommonFields();
        var scalars = types.Scalars;
        foreach (var id in (ItemColumn[])[ItemColumn.ContentItemId, ItemColumn.ContentItemVersionId]) Filter(id, MemberKind.Items, scalars.Id);
        foreach (var text in (ItemColumn[])[ItemColumn.DisplayText, ItemColumn.Owner, ItemColumn.Author]) Filter(text, MemberKind.Text, scalars.Text);
        foreach (var moment in (ItemColumn[])[ItemColumn.CreatedUtc, ItemColumn.ModifiedUtc, ItemColumn.PublishedUtc]) Filter(moment, MemberKind.Moment, scalars.Moment);
        foreach (var column in Enum.GetValues<ItemColumn>()) offer.Sorts.Add(new SortColumn(Names.OfMember(column.ToString()), column));
        return offer;

        void Filter(ItemColumn column, MemberKind kind, IGraphType type) => offer.Filters.Add(
            new FilterValue(Names.OfMember(column.ToString()), kind, type, (comparison, values) => new ColumnIs(column, comparison, values)));
    }
}
