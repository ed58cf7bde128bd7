namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>Counts the items of a generation that is being made.</summary>
internal sealed class BuildProgress
{
    private int written;

    /// <summary>So many there will be.</summary>
    public int Total { get; set; }

    public int Written => Volatile.Read(ref written);

    public void Add() => Interlocked.Increment(ref written);
}
