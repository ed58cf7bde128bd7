namespace CityKnowledge.Cms.Storage.Rows;

/// <summary>Who did what and when; written in the transaction of the deed.</summary>
public sealed class AuditRow
{
    public long Id { get; set; }
    public DateTime AtUtc { get; set; }

    /// <summary>Null when the site itself acted.</summary>
    public string? UserId { get; set; }
    public string? UserName { get; set; }

    /// <summary>Such as Content or User.</summary>
    public required string Category { get; set; }

    /// <summary>Such as Published or SignedIn.</summary>
    public required string Event { get; set; }

    /// <summary>What it was done to: the id of an item or user, the name of a setting.</summary>
    public string? SubjectId { get; set; }
    public string? VersionId { get; set; }

    /// <summary>What the subject is called, or what else a reader should know.</summary>
    public string? Detail { get; set; }
}
