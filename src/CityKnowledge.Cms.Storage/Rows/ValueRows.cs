namespace CityKnowledge.Cms.Storage.Rows;

/// <summary>What every index row says: which version, which key, and whether that version is current or public.</summary>
public abstract class ValueRow
{
    public long RowId { get; set; }
    public int KeyId { get; set; }

    /// <summary>Place inside a list of values; 0 for single values.</summary>
    public int Position { get; set; }
    public bool Latest { get; set; }
    public bool Published { get; set; }
}

/// <summary>A text value, folded for comparison.</summary>
public sealed class TextRow : ValueRow
{
    public const int IndexedLength = 256;

    /// <summary>The first <see cref="IndexedLength"/> characters; null when the field is empty.</summary>
    public string? Value { get; set; }

    /// <summary>The whole text when it is longer than <see cref="IndexedLength"/>, else null.</summary>
    public string? Whole { get; set; }
}

/// <summary>A number.</summary>
public sealed class NumberRow : ValueRow
{
    public double? Value { get; set; }
}

/// <summary>Yes or no.</summary>
public sealed class FlagRow : ValueRow
{
    public bool? Value { get; set; }
}

/// <summary>A date, a moment in UTC, or a time of day (on the first day of the calendar).</summary>
public sealed class MomentRow : ValueRow
{
    public DateTime? Value { get; set; }
}

/// <summary>A tag: one term of one vocabulary.</summary>
public sealed class TermRow : ValueRow
{
    public required string TermId { get; set; }
    public string? VocabularyId { get; set; }
}

/// <summary>A pointer to another document.</summary>
public sealed class ReferenceRow : ValueRow
{
    public required string TargetId { get; set; }
}
