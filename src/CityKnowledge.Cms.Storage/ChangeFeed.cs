using CityKnowledge.Cms.Storage.Rows;

namespace CityKnowledge.Cms.Storage;

/// <summary>Tells this process at once what was committed; other processes read it from the change log.</summary>
public sealed class ChangeFeed
{
    private TaskCompletionSource next = NewSignal();
    private long lastSequence;

    /// <summary>Raised on the committing thread before the caller goes on, so that it reads its own writes.</summary>
    public event Action<IReadOnlyList<ChangeRow>>? Changed;

    /// <summary>The highest sequence number this process has seen.</summary>
    public long LastSequence => Interlocked.Read(ref lastSequence);

    /// <summary>Ends with the next commit in this process.</summary>
    public Task NextAsync => Volatile.Read(ref next).Task;

    internal void Start(long sequence) => Interlocked.Exchange(ref lastSequence, sequence);

    internal void Committed(IReadOnlyList<ChangeRow> changes) => Raise(changes);

    /// <summary>Passes on what another process committed.</summary>
    public void Raise(IReadOnlyList<ChangeRow> changes)
    {
        if (changes.Count == 0) return;
        RaiseTo(changes[^1].Sequence);
        Changed?.Invoke(changes);
        Interlocked.Exchange(ref next, NewSignal()).TrySetResult();
    }

    private void RaiseTo(long sequence)
    {
        long seen;
        while ((seen = LastSequence) < sequence && Interlocked.CompareExchange(ref lastSequence, sequence, seen) != seen)
        {
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
