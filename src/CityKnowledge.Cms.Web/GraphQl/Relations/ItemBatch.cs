using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using GraphQL.DataLoader;

namespace CityKnowledge.Cms.Web.GraphQl.Relations;

/// <summary>
/// Loads the items that fields of one request point to. What is in memory is given at once; the rest is collected until
/// all fields of a level have asked, and read with one query.
/// </summary>
internal sealed class ItemBatch(ContentReader reader, ContentQueries queries)
{
    private readonly Dictionary<ContentStatus, Round> rounds = [];

    /// <summary>The value of a field, or the promise of one, made from these items in the order asked for.</summary>
    public object? Load(IReadOnlyList<string> ids, ContentStatus status, Func<IReadOnlyList<ContentItem>, object?> make)
    {
        if (ids.Count == 0) return make([]);
        if (status == ContentStatus.Published && FindCached(ids) is { } known) return make(known);
        lock (rounds)
        {
            if (!rounds.TryGetValue(status, out var round)) rounds[status] = round = new Round(this, status);
            round.Ids.UnionWith(ids);
            return new Wanted(round, ids, make);
        }
    }

    private List<ContentItem>? FindCached(IReadOnlyList<string> ids)
    {
        var found = new List<ContentItem>(ids.Count);
        foreach (var id in ids)
        {
            if (!reader.TryFindCached(id, out var item)) return null;
            if (item is not null) found.Add(item);
        }

        return found;
    }

    private async Task<ILookup<string, ContentItem>> ReadAsync(Round round, CancellationToken cancel)
    {
        lock (rounds) rounds.Remove(round.Status);
        var found = round.Status == ContentStatus.Published
            ? await reader.ListPublishedAsync(round.Ids)
            : await queries.ListAsync(
                new ContentQuery
                {
                    Status = round.Status,
                    Where = new ColumnIs(ItemColumn.ContentItemId, Comparison.In, [.. round.Ids]),
                    Take = int.MaxValue,
                },
                cancel);
        return found.ToLookup(item => item.ContentItemId, StringComparer.Ordinal);
    }

    private sealed class Round(ItemBatch batch, ContentStatus status)
    {
        private Task<ILookup<string, ContentItem>>? reading;

        public ContentStatus Status => status;
        public HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

        public Task<ILookup<string, ContentItem>> ReadAsync(CancellationToken cancel)
        {
            lock (this.Ids) return reading ??= batch.ReadAsync(this, cancel);
        }
    }

    private sealed class Wanted(Round round, IReadOnlyList<string> ids, Func<IReadOnlyList<ContentItem>, object?> make) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var found = await round.ReadAsync(cancellationToken);
            return make([.. ids.SelectMany(id => found[id])]);
        }
    }
}
