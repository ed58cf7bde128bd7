using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.GraphQl.Relations;
using GraphQL;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>The types every content type of one schema uses: scalars, the interface of all items, their common fields.</summary>
internal sealed class SharedTypes
{
    private readonly EnumerationGraphType status = new() { Name = "Status" };
    private readonly Dictionary<string, IObjectGraphType> byContentType = new(StringComparer.OrdinalIgnoreCase);

    public SharedTypes(GraphQlSettings settings)
    {
        Settings = settings;
        Paging = new Paging(Scalars, settings);
        foreach (var value in Enum.GetValues<ContentStatus>()) status.Add(value.ToString().ToUpperInvariant(), value);
        Item = new InterfaceGraphType { Name = "ContentItem" };
        Items = new ListGraphType(Item);
        foreach (var field in CommonFields(authorIsSure: false).Fields) Item.AddField(new FieldType { Name = field.Name, ResolvedType = field.ResolvedType });
        Fallback = new ObjectGraphType { Name = "ContentItemType" };
        foreach (var field in CommonFields(authorIsSure: true).Fields) Fallback.AddField(field);
        Fallback.AddResolvedInterface(Item);
        Item.AddPossibleType(Fallback);
        Item.ResolveType = item => byContentType.GetValueOrDefault(((ContentItem)item).ContentType, Fallback);
    }

    public GraphQlSettings Settings { get; }
    public Scalars Scalars { get; } = new();
    public Paging Paging { get; }

    /// <summary>The interface of all items.</summary>
    public InterfaceGraphType Item { get; }
    public ListGraphType Items { get; }

    /// <summary>The type of items whose content type is hidden or gone.</summary>
    public ObjectGraphType Fallback { get; }

    public QueryArgument StatusArgument() => new(status) { Name = "status", DefaultValue = ContentStatus.Published };

    public static ContentStatus StatusOf(IResolveFieldContext context) =>
        context.Arguments is { } arguments && arguments.TryGetValue("status", out var argument) && argument.Value is ContentStatus status ? status : ContentStatus.Published;

    public void Add(string contentType, ObjectGraphType type)
    {
        byContentType[contentType] = type;
        type.AddResolvedInterface(Item);
        Item.AddPossibleType(type);
    }

    /// <summary>The members every item has.</summary>
    public Offer CommonFields(bool authorIsSure = true)
    {
        var offer = new Offer();
        Add("contentItemId", Sure(Scalars.Text), item => item.ContentItemId);
        Add("contentItemVersionId", Scalars.Text, item => item.ContentItemVersionId);
        Add("contentType", Sure(Scalars.Text), item => item.ContentType);
        Add("displayText", Scalars.Text, item => item.DisplayText);
        Add("published", Sure(Scalars.Flag), item => item.Published);
        Add("latest", Sure(Scalars.Flag), item => item.Latest);
        Add("modifiedUtc", Scalars.Moment, item => item.ModifiedUtc);
        Add("publishedUtc", Scalars.Moment, item => item.PublishedUtc);
        Add("createdUtc", Scalars.Moment, item => item.CreatedUtc);
        Add("owner", Scalars.Text, item => item.Owner);
        Add("author", authorIsSure ? Sure(Scalars.Text) : Scalars.Text, item => item.Author ?? "");
        return offer;

        void Add(string name, IGraphType type, Func<ContentItem, object?> read) => offer.Field(name, type, new ItemResolver(read));
    }

    private static NonNullGraphType Sure(IGraphType type) => new(type);
}
