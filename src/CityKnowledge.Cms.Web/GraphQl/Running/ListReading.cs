using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.GraphQl.Relations;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>Runs the lists of the root fields. A list that asks for one published item by its id or address needs no SQL.</summary>
internal sealed class ListReading(ContentQueries queries, ContentReader reader, Paging paging, GraphQlSettings settings)
{
    public Paging Paging => paging;
    public GraphQlSettings Settings => settings;

    public async ValueTask<IReadOnlyList<ContentItem>> ListAsync(ContentQuery query, CancellationToken cancel)
    {
        if (query is not { Status: ContentStatus.Published, Skip: 0 }) return await queries.ListAsync(query, cancel);
        return query.Where switch
        {
            ColumnIs { Column: ItemColumn.ContentItemId, Comparison: Comparison.Equal, Values: [string id] } => OfType(query, await reader.FindPublishedAsync(id)),
            PathIs { Comparison: Comparison.Equal, Values: [var path] } => OfType(query, await FindByPathAsync(path)),
            _ => await queries.ListAsync(query, cancel),
        };
    }

    private async ValueTask<ContentItem?> FindByPathAsync(string path) =>
        await reader.FindPathAsync(path) is { ContainedId: "", RedirectTo: null } target ? await reader.FindPublishedAsync(target.ContentItemId) : null;

    private static ContentItem[] OfType(ContentQuery query, ContentItem? item) =>
        item is not null && query.Types.Contains(item.ContentType) ? [item] : [];
}
