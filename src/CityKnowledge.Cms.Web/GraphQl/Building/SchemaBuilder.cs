using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.GraphQl.Filters;
using CityKnowledge.Cms.Web.GraphQl.Members;
using CityKnowledge.Cms.Web.GraphQl.Operators;
using CityKnowledge.Cms.Web.GraphQl.Parts;
using CityKnowledge.Cms.Web.GraphQl.Running;
using CityKnowledge.Cms.Web.GraphQl.Sorting;
using CityKnowledge.Cms.Web.Html;
using GraphQL.Conversion;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>What schemas are made of: the blocks.</summary>
internal sealed record SchemaBlocks(FieldKinds Fields, PartKinds Parts, IEnumerable<PartView> Views, IEnumerable<Operator> Operators);

/// <summary>Where the values come from.</summary>
internal sealed record SchemaSources(Store Store, ContentReader Reader, ContentQueries Queries, TaxonomyReader Taxonomies);

/// <summary>Makes the schema of some content types.</summary>
internal sealed class SchemaBuilder(SchemaBlocks blocks, SchemaSources sources, RichText richText, GraphQlSettings settings)
{
    public BuiltSchema Build(ContentTypes contentTypes)
    {
        var types = new SharedTypes(settings);
        var members = MembersOf(types);
        var names = new TypeNames();
        foreach (var kind in blocks.Fields.All) names.Claim(kind.Name, "Field");
        var shown = contentTypes.Types.Where(IsShown).Select(type => (Type: type, Name: names.Claim(type.Name, "Item"))).ToList();
        var workshop = new Workshop(contentTypes, types, members, new FieldOffers(blocks.Fields, members), names);
        var itemTypes = new ItemTypes(types, new PartOffers(blocks.Parts, [.. blocks.Views], workshop), new ContainedOffer(contentTypes, types));
        var items = shown.ConvertAll(one => itemTypes.Describe(one.Type, one.Name));
        var (query, rootTypes) = Query(types, items);
        return new BuiltSchema(contentTypes, Finish(query, items, types), rootTypes);
    }

    private static bool IsShown(TypeDefinition type) =>
        Names.IsUsable(type.Name) && !type.Settings.Get<GraphQLContentTypeSettings>().Hidden;

    private MemberOffers MembersOf(SharedTypes types) => new(
    [
        new ScalarMember(types.Scalars),
        new TextsMember(types.Scalars),
        new HtmlMember(types.Scalars, richText),
        new MarkdownMember(types.Scalars, richText),
        new ItemsMember(types),
        new TermsMember(types, sources.Taxonomies),
        new MediaMember(types.Scalars),
    ]);

    private (ObjectGraphType Query, Dictionary<string, string> RootTypes) Query(SharedTypes types, List<ItemType> items)
    {
        var (where, orderBy) = (new WhereInputs([.. blocks.Operators]), new SortInputs());
        var reading = new ListReading(sources.Queries, sources.Reader, types.Paging, settings);
        var rootTypes = new Dictionary<string, string>(StringComparer.Ordinal);
        var offer = new Offer();
        offer.Field("contentItem", types.Item, new ItemByIdResolver(), new QueryArgument(new NonNullGraphType(types.Scalars.Text)) { Name = ItemByIdResolver.Argument });
        offer.Field("me", MeResolver.MakeType(types.Scalars), new MeResolver(sources.Store));
        foreach (var item in items.Where(item => string.IsNullOrEmpty(item.Definition.Options.Stereotype)))
        {
            var root = new Offer();
            root.Fields.Add(ListField(types, item, where, orderBy, reading));
            offer.Absorb(root);
            if (offer.Fields.Contains(root.Fields[0])) rootTypes[root.Fields[0].Name] = item.Definition.Name;
        }

        var query = new ObjectGraphType { Name = "Query" };
        foreach (var field in offer.Fields) query.AddField(field);
        return (query, rootTypes);
    }

    private static FieldType ListField(SharedTypes types, ItemType item, WhereInputs where, SortInputs orderBy, ListReading reading)
    {
        var (whereType, filters) = where.OfType($"{item.Type.Name}WhereInput", item.Offer.Filters);
        var (orderType, sorts) = orderBy.Of($"{item.Type.Name}OrderByInput", item.Offer.Sorts);
        return new FieldType
        {
            Name = Names.OfMember(item.Definition.Name),
            Description = item.Definition.Options.Description,
            ResolvedType = new ListGraphType(item.Type),
            Resolver = new ListResolver(item.Definition.Name, filters, sorts, reading),
            Arguments = new QueryArguments(
                new QueryArgument(whereType) { Name = "where" },
                new QueryArgument(orderType) { Name = "orderBy" },
                types.Paging.First(),
                types.Paging.Skip(),
                types.StatusArgument()),
        };
    }

    private static Schema Finish(ObjectGraphType query, List<ItemType> items, SharedTypes types)
    {
        // Names are final: the usual converter would turn OR into oR.
        var schema = new Schema { Query = query, NameConverter = DefaultNameConverter.Instance };
        schema.Features.RepeatableDirectives = true;
        schema.RegisterType(types.Fallback);
        foreach (var item in items) schema.RegisterType(item.Type);
        schema.Initialize();
        return schema;
    }
}
