namespace CityKnowledge.Cms.Storage.Rows;

/// <summary>One version of one document: its JSON and the few columns every list needs.</summary>
public sealed class VersionRow
{
    /// <summary>Rising number, assigned by the one writer.</summary>
    public long Id { get; set; }
    public required string DocumentId { get; set; }
    public required string VersionId { get; set; }
    public required string Kind { get; set; }
    public string? Title { get; set; }

    /// <summary>The title as it is compared and sorted: see <see cref="Folding"/>.</summary>
    public string? TitleKey { get; set; }
    public bool Latest { get; set; }
    public bool Published { get; set; }
    public DateTime? ModifiedUtc { get; set; }
    public DateTime? PublishedUtc { get; set; }
    public DateTime? CreatedUtc { get; set; }

    /// <summary>When the document was put into the bin; null for all that is not there.</summary>
    public DateTime? BinnedUtc { get; set; }
    public string? Owner { get; set; }
    public string? Author { get; set; }

    /// <summary>Changes with every write of this row; two writers with the same stamp collide.</summary>
    public long Stamp { get; set; }

    /// <summary>JSON object with everything that has no column.</summary>
    public required string Body { get; set; }
}
