using CityKnowledge.Cms.Content.Changes;
using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>Brings every change of content into the indexes; each index keeps its own place in the log.</summary>
internal sealed class IndexFollower(SearchIndexes indexes, IndexedItems items, IndexWriting writing) : ChangeConsumer
{
    public override string Name => "search";

    public override async Task<long?> FindOwnCursorAsync(CancellationToken cancel)
    {
        if (indexes.Followed < 0) await StartAsync(cancel);
        return indexes.All.Select(index => index.Live?.Cursor ?? indexes.Followed).Append(indexes.Followed).Min();
    }

    public override async Task ConsumeAsync(IReadOnlyList<ChangeRow> changes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(changes);
        await indexes.Gate.WaitAsync(cancel);
        try
        {
            await indexes.FollowAsync([.. changes.Where(change => change.Sequence > indexes.Followed)], cancel);
            foreach (var index in indexes.All)
            {
                if (index.Live is not { } live) continue;
                await ApplyAsync(index, live, changes, cancel);
            }

            indexes.Followed = Math.Max(indexes.Followed, changes[^1].Sequence);
        }
        finally
        {
            indexes.Gate.Release();
        }
    }

    private async Task StartAsync(CancellationToken cancel)
    {
        await indexes.Gate.WaitAsync(cancel);
        try
        {
            var now = await items.LastSequenceAsync(cancel);
            await indexes.LoadAsync(cancel);
            indexes.Followed = now;
        }
        finally
        {
            indexes.Gate.Release();
        }
    }

    private async Task ApplyAsync(SearchIndex index, LuceneIndex live, IReadOnlyList<ChangeRow> changes, CancellationToken cancel)
    {
        try
        {
            await writing.ApplyAsync(live, index.Rules, changes, cancel);
        }
        catch (Exception trouble) when (IndexFolder.IsDamage(trouble))
        {
            // The new generation reads the database, so these changes are not lost; the log goes on for the others.
            index.Break();
            live.MoveTo(changes[^1].Sequence);
        }
    }
}
