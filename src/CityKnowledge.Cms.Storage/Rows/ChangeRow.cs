namespace CityKnowledge.Cms.Storage.Rows;

/// <summary>What happened to a document.</summary>
public enum ChangeKind
{
    Saved = 0,
    Published = 1,
    Unpublished = 2,
    Deleted = 3,
    /// <summary>A named setting changed; the document id is its name.</summary>
    Setting = 4,
}

/// <summary>One entry of the ordered change log. The sequence has no holes and follows the order of commits.</summary>
public sealed class ChangeRow
{
    public long Sequence { get; set; }
    public required string DocumentId { get; set; }
    public string? VersionId { get; set; }
    public required string Kind { get; set; }
    public ChangeKind What { get; set; }
    public DateTime AtUtc { get; set; }
}

/// <summary>How far a consumer of the change log has come.</summary>
public sealed class CursorRow
{
    public required string Consumer { get; set; }
    public long Sequence { get; set; }
}
