using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Web.GraphQl.Running;
using GraphQL.DataLoader;

namespace CityKnowledge.Cms.Web.GraphQl.Relations;

/// <summary>Loads the items that stand in lists: one query for all lists of a level that ask for the same page of the same types.</summary>
internal sealed class ContainedBatch(ContainedQueries queries, ViewRights rights)
{
    private readonly Dictionary<(IReadOnlyList<string> Types, bool IsOrdered, Page Page), Round> rounds = [];

    /// <param name="types">The types a list may hold; the same list object for every item of a type.</param>
    /// <param name="isOrdered">Whether people order what stands in the list.</param>
    public IDataLoaderResult Load(string listId, IReadOnlyList<string> types, bool isOrdered, Page page)
    {
        lock (rounds)
        {
            if (!rounds.TryGetValue((types, isOrdered, page), out var round)) rounds[(types, isOrdered, page)] = round = new Round(this, types, isOrdered, page);
            round.ListIds.Add(listId);
            return new Wanted(round, listId);
        }
    }

    private async Task<ILookup<string, ContentItem>> ReadAsync(Round round)
    {
        lock (rounds) rounds.Remove((round.Types, round.IsOrdered, round.Page));
        return await queries.ListAsync(new ContainedQuery(
            [.. round.ListIds],
            [.. round.Types.Where(type => rights.ToView(type) == Reach.All)],
            rights.Caller.UserId is null ? [] : [.. round.Types.Where(type => rights.ToView(type) == Reach.Own)],
            rights.Caller.UserId,
            round.IsOrdered,
            round.Page.Skip,
            round.Page.Take));
    }

    private sealed class Round(ContainedBatch batch, IReadOnlyList<string> types, bool isOrdered, Page page)
    {
        private Task<ILookup<string, ContentItem>>? reading;

        public IReadOnlyList<string> Types => types;
        public bool IsOrdered => isOrdered;
        public Page Page => page;
        public HashSet<string> ListIds { get; } = new(StringComparer.Ordinal);

        public Task<ILookup<string, ContentItem>> ReadAsync()
        {
            lock (ListIds) return reading ??= batch.ReadAsync(this);
        }
    }

    private sealed class Wanted(Round round, string listId) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default) =>
            (await round.ReadAsync())[listId].ToList();
    }
}
