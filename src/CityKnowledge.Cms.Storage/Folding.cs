namespace CityKnowledge.Cms.Storage;

/// <summary>
/// How text is compared: without regard to case, and alike in every database. Collations differ between SQLite and
/// PostgreSQL, so both store the folded text and compare it byte by byte.
/// </summary>
public static class Folding
{
    // PostgreSQL refuses NUL in text; no comparison misses it.
    public static string? Fold(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The part of the folded text that is indexed.</summary>
    public static string? Head(string? folded) =>
        folded is { Length: > Rows.TextRow.IndexedLength } ? folded[..Rows.TextRow.IndexedLength] : folded;
}
