using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Filters;
using CityKnowledge.Cms.Web.GraphQl.Sorting;
using GraphQL;
using GraphQL.Resolvers;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>Lists the items of one type that the caller may see.</summary>
internal sealed class ListResolver(string type, FilterSet filters, SortSet sorts, ListReading reading) : IFieldResolver
{
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var rights = RequestState.Of(context).Rights;
        var status = SharedTypes.StatusOf(context);
        var reach = rights.ToView(type);
        // Versions that are not public are shown to those who may preview or edit them, not to everyone who may view the type.
        if (status != ContentStatus.Published && rights.ToPreview(type) < reach) reach = rights.ToPreview(type);
        if (reach == Reach.None) throw Refusal.NotAllowed(type);
        if (reach == Reach.Own && rights.Caller.UserId is null) return Array.Empty<ContentItem>();
        var where = WhereReading.Read(filters, Argument(context, "where"), reading.Settings.MaxConditions);
        var page = reading.Paging.Read(context);
        return await reading.ListAsync(
            new ContentQuery
            {
                Types = [type],
                Status = status,
                Where = reach == Reach.Own ? WithOwner(where, rights.Caller.UserId!) : where,
                OrderBy = OrderReading.Read(sorts, context, Argument(context, "orderBy")),
                Skip = page.Skip,
                Take = page.Take,
            },
            context.CancellationToken);
    }

    private static object? Argument(IResolveFieldContext context, string name) =>
        context.Arguments is { } arguments && arguments.TryGetValue(name, out var argument) ? argument.Value : null;

    private static Filter WithOwner(Filter? where, string owner)
    {
        var own = new ColumnIs(ItemColumn.Owner, Comparison.Equal, [owner]);
        return where is null ? own : new AllOf([where, own]);
    }
}
