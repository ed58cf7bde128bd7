using System.Globalization;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Search.Documents;
using CityKnowledge.Cms.Web.Search.Dsl;
using CityKnowledge.Cms.Web.Search.Indexes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search;

/// <summary>Runs requests of the JSON query language. Answers are kept as long as the index has not changed.</summary>
internal sealed class JsonSearch(Access access, ContentReader reader, IndexedItems items)
{
    private static readonly HashSet<string> IdOnly = [ItemFields.ContentItemId];

    /// <summary>The hits as content items; null while the index is being made.</summary>
    /// <exception cref="BadQueryException">The text is no query.</exception>
    public async ValueTask<NamedQueryResult?> FindItemsAsync(SearchIndex index, string text, Caller caller, CancellationToken cancel = default)
    {
        if (Find(index, text, caller, IdsOf) is not { } hits) return null;
        var found = await LoadAsync(index, hits.Values, cancel);
        return new NamedQueryResult(found, [], hits.Total);
    }

    /// <summary>The hits as stored fields; null while the index is being made.</summary>
    /// <exception cref="BadQueryException">The text is no query.</exception>
    public NamedQueryResult? FindRows(SearchIndex index, string text, Caller caller) =>
        Find(index, text, caller, RowsOf) is { } hits ? new NamedQueryResult([], hits.Values, hits.Total) : null;

    private Hits<TValue>? Find<TValue>(SearchIndex index, string text, Caller caller, Func<IndexSearcher, ScoreDoc[], TValue[]> read)
    {
        var rights = SearchRights.Of(caller, index, access);
        var key = $"{typeof(TValue).Name}\n{rights.Key}\n{text}";
        return index.Search(searcher =>
        {
            if (searcher.Results.TryGet(key, out var known)) return (Hits<TValue>)known;
            var hits = Run(searcher, SearchRequest.Parse(text, index), rights, read);
            searcher.Results.AddOrUpdate(key, hits);
            return hits;
        });
    }

    private static Hits<TValue> Run<TValue>(
        NumberedSearcher searcher, SearchRequest request, SearchRights rights, Func<IndexSearcher, ScoreDoc[], TValue[]> read)
    {
        var most = Math.Max(1, request.From + request.Size);
        var found = request.Sort is null
            ? searcher.Search(request.Query, rights.Filter, most)
            : searcher.Search(request.Query, rights.Filter, most, request.Sort);
        var page = found.ScoreDocs.Skip(request.From).Take(request.Size).ToArray();
        return new Hits<TValue>(read(searcher, page), found.TotalHits);
    }

    private async ValueTask<IReadOnlyList<ContentItem>> LoadAsync(SearchIndex index, string[] ids, CancellationToken cancel)
    {
        if (!index.Definition.IndexLatest) return await reader.ListPublishedAsync(ids);
        var found = (await items.FindAsync(ids, latest: true, cancel)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        return [.. ids.Select(found.GetValueOrDefault).OfType<ContentItem>()];
    }

    private static string[] IdsOf(IndexSearcher searcher, ScoreDoc[] hits) =>
        [.. hits.Select(hit => searcher.Doc(hit.Doc, IdOnly).Get(ItemFields.ContentItemId, CultureInfo.InvariantCulture))];

    private static IReadOnlyDictionary<string, object?>[] RowsOf(IndexSearcher searcher, ScoreDoc[] hits) =>
        [.. hits.Select(hit => RowOf(searcher.Doc(hit.Doc)))];

    // A field with several values is a list.
    private static IReadOnlyDictionary<string, object?> RowOf(Document document) => document.Fields
        .GroupBy(field => field.Name, StringComparer.Ordinal)
        .ToDictionary(
            field => field.Key,
            field => field.Count() == 1 ? Value(field.First()) : field.Select(Value).ToArray(),
            StringComparer.Ordinal);

    private static object? Value(IIndexableField field) => field.NumericType switch
    {
        NumericFieldType.INT64 or NumericFieldType.INT32 => field.GetInt64Value(),
        NumericFieldType.DOUBLE or NumericFieldType.SINGLE => field.GetDoubleValue(),
        _ => field.GetStringValue(CultureInfo.InvariantCulture),
    };

    private sealed record Hits<TValue>(TValue[] Values, int Total);
}
