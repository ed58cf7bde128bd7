namespace CityKnowledge.Cms.Content.Search;

/// <summary>How a search index is doing on this node.</summary>
/// <param name="Followed">The last change of the log that it holds.</param>
/// <param name="Behind">How many changes it does not hold yet.</param>
/// <param name="Size">Bytes on disk.</param>
/// <param name="BuiltUtc">When it was last made from the database; null when that is not known.</param>
/// <param name="Making">The new edition being made, or null.</param>
public sealed record IndexState(IndexDefinition Definition, int Documents, long Followed, long Behind, long Size, DateTime? BuiltUtc, IndexMaking? Making)
{
    /// <summary>Whether searches get answers.</summary>
    public bool IsReady { get; init; }
}

/// <summary>How far an index that is being made has come.</summary>
public sealed record IndexMaking(int Written, int Total);

/// <summary>Tells how the indexes are doing; answered by whoever keeps them.</summary>
public abstract class IndexWatch
{
    /// <summary>By name.</summary>
    public abstract IReadOnlyList<IndexState> List();
}
