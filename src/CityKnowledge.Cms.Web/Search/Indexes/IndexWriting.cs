using System.Globalization;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage.Rows;
using CityKnowledge.Cms.Web.Search.Documents;
using Lucene.Net.Index;
using Lucene.Net.Queries;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>Writes items into an index: all of them for a new generation, or those that changed.</summary>
internal sealed class IndexWriting(IndexedItems items, DocumentMaker maker)
{
    // Half of the machine: pages are served meanwhile.
    private static readonly int Workers = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>Makes a new generation and brings it up to the present.</summary>
    public async Task<LuceneIndex> BuildAsync(IndexRules rules, string folder, BuildProgress progress, CancellationToken cancel)
    {
        // Taken first: what changes while items are read comes again from the log.
        var cursor = await items.LastSequenceAsync(cancel);
        var index = LuceneIndex.Create(folder, Text.Analyzers.Of(rules.Definition).Index, rules.Signature);
        try
        {
            progress.Total = await items.CountAsync(rules.Plan.TypeNames, rules.Definition.IndexLatest, cancel);
            await AddAllAsync(index, rules, progress, cancel);
            index.MoveTo(cursor);
            while (await CatchUpAsync(index, rules, cancel) == IndexedItems.PageSize)
            {
            }

            index.Commit();
            return index;
        }
        catch
        {
            index.Dispose();
            throw;
        }
    }

    /// <summary>Applies the next changes of the log; gives how many there were.</summary>
    public async Task<int> CatchUpAsync(LuceneIndex index, IndexRules rules, CancellationToken cancel)
    {
        var changes = await items.ChangesAfterAsync(index.Cursor, cancel);
        await ApplyAsync(index, rules, changes, cancel);
        return changes.Count;
    }

    /// <summary>Applies changes that the index does not hold yet and shows them to searches.</summary>
    public async Task ApplyAsync(LuceneIndex index, IndexRules rules, IReadOnlyList<ChangeRow> changes, CancellationToken cancel)
    {
        var fresh = changes.Where(change => change.Sequence > index.Cursor).ToList();
        if (fresh.Count == 0) return;
        var changed = fresh.Where(change => change.What != ChangeKind.Setting).ToList();
        var ids = changed.Select(change => change.DocumentId).ToHashSet(StringComparer.Ordinal);
        AddDependents(index, changed, ids);
        foreach (var chunk in ids.Chunk(IndexedItems.PageSize)) await PutAsync(index, rules, chunk, cancel);
        index.MoveTo(fresh[^1].Sequence);
        index.Refresh();
    }

    private async Task AddAllAsync(LuceneIndex index, IndexRules rules, BuildProgress progress, CancellationToken cancel)
    {
        var types = rules.Plan.TypeNames;
        var page = await items.PageAsync(types, rules.Definition.IndexLatest, 0, cancel);
        while (page.Count > 0)
        {
            // The next page is read while this one is written.
            var next = items.PageAsync(types, rules.Definition.IndexLatest, page[^1].RowId, cancel);
            await EachAsync(page, AddAsync, cancel);
            page = await next;
        }

        async ValueTask AddAsync(ContentItem item)
        {
            if (rules.Definition.TakesCulture(item)) index.Add(await MakeAsync(item, rules));
            progress.Add();
        }
    }

    private async Task PutAsync(LuceneIndex index, IndexRules rules, string[] ids, CancellationToken cancel)
    {
        var found = (await items.FindAsync(ids, rules.Definition.IndexLatest, cancel))
            .Where(item => rules.Plan.Has(item.ContentType) && rules.Definition.TakesCulture(item)).ToDictionary(item => item.ContentItemId, StringComparer.Ordinal);
        foreach (var id in ids.Where(id => !found.ContainsKey(id))) index.Remove(id);
        await EachAsync(found.Values, async item => index.Put(item.ContentItemId, await MakeAsync(item, rules)), cancel);
    }

    private ValueTask<Lucene.Net.Documents.Document> MakeAsync(ContentItem item, IndexRules rules) =>
        maker.MakeAsync(item, rules.Plan, rules.Vocabularies, rules.Definition.StoreSourceData);

    private static Task EachAsync(IEnumerable<ContentItem> items, Func<ContentItem, ValueTask> write, CancellationToken cancel) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancel }, (item, _) => write(item));

    // What was made with content of a changed item has to be made again.
    private static void AddDependents(LuceneIndex index, List<ChangeRow> changed, HashSet<string> ids)
    {
        var sources = changed.Where(change => Facet.All.Any(facet => facet.Through.Contains(change.Kind)))
            .Select(change => new Term(ItemFields.Sources, change.DocumentId)).Distinct().ToList();
        if (sources.Count == 0 || index.Count == 0) return;
        using var lease = index.Acquire();
        var hits = lease.Searcher.Search(new ConstantScoreQuery(new TermsFilter(sources)), Math.Max(1, index.Count)).ScoreDocs;
        foreach (var hit in hits) ids.Add(lease.Searcher.Doc(hit.Doc, IdOnly).Get(ItemFields.ContentItemId, CultureInfo.InvariantCulture));
    }

    private static readonly HashSet<string> IdOnly = [ItemFields.ContentItemId];
}
