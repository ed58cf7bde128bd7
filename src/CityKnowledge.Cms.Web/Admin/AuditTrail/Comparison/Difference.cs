namespace CityKnowledge.Cms.Web.Admin.AuditTrail.Comparison;

/// <summary>What became of a piece of text between two versions.</summary>
internal enum PieceKind
{
    Kept,
    Gone,
    New,
}

/// <summary>A piece of text that is in both versions or in one.</summary>
internal sealed record DifferencePiece(PieceKind Kind, string Text);

/// <summary>How one value differs.</summary>
/// <param name="IsMarkup">Whether the words are the same and only their formatting differs; the pieces then show the HTML.</param>
internal sealed record Difference(string Label, IReadOnlyList<DifferencePiece> Pieces, bool IsMarkup);

/// <summary>Two versions side by side.</summary>
/// <param name="Same">Labels of the values that are equal and not empty.</param>
internal sealed record VersionComparison(IReadOnlyList<Difference> Differences, IReadOnlyList<string> Same);
