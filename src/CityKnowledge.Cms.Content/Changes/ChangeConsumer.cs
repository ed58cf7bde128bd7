using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Content.Changes;

/// <summary>
/// Follows the change log from its own cursor: a search index, a cache, a feed. It may be called again with changes it
/// has seen (after a crash), so handling one twice must equal handling it once.
/// </summary>
public abstract class ChangeConsumer
{
    /// <summary>Stable name; the cursor is kept under it.</summary>
    public abstract string Name { get; }

    /// <summary>The last change handled, when the consumer keeps its own cursor (as an index on this node does); null to use the stored one.</summary>
    public virtual Task<long?> FindOwnCursorAsync(CancellationToken cancel) => Task.FromResult<long?>(null);

    /// <summary>Handles changes in order. When it throws, the same changes come again after a pause.</summary>
    public abstract Task ConsumeAsync(IReadOnlyList<ChangeRow> changes, CancellationToken cancel);
}
