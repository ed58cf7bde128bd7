using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace CityKnowledge.Cms.Web.Admin.AuditTrail.Comparison;

/// <summary>Finds what was taken out of a text and what was added: word by word, or line by line where words would be too many.</summary>
internal static class TextDifference
{
    // The work grows with the product of words and differences.
    private const int MostWordsCharacters = 30_000;
    private const int MostLines = 2_000;
    private const int LongestKept = 400;
    private const int Shown = 150;
    private const int LongestBetween = 3;

    public static IReadOnlyList<DifferencePiece> Find(string before, string after, bool byLine)
    {
        if (before.Length == 0) return [new DifferencePiece(PieceKind.New, after)];
        if (after.Length == 0) return [new DifferencePiece(PieceKind.Gone, before)];
        if (byLine || before.Length + after.Length > MostWordsCharacters) return Lines(before, after);
        return Shorten(Grouped(Joined(Diff(before, after, new WordChunker()), "")));
    }

    private static IReadOnlyList<DifferencePiece> Lines(string before, string after)
    {
        if (before.Count(letter => letter == '\n') + after.Count(letter => letter == '\n') > MostLines) return [new DifferencePiece(PieceKind.Gone, before + "\n"), new DifferencePiece(PieceKind.New, after)];
        return Shorten(Joined(Diff(before, after, new LineChunker()), "\n"));
    }

    private static List<DiffPiece> Diff(string before, string after, IChunker chunker) =>
        InlineDiffBuilder.Diff(before, after, ignoreWhiteSpace: false, ignoreCase: false, chunker).Lines;

    private static List<DifferencePiece> Joined(List<DiffPiece> pieces, string separator)
    {
        var joined = new List<DifferencePiece>();
        foreach (var piece in pieces)
        {
            var kind = piece.Type switch { ChangeType.Deleted => PieceKind.Gone, ChangeType.Inserted => PieceKind.New, _ => PieceKind.Kept };
            var text = piece.Text + separator;
            if (joined.Count > 0 && joined[^1].Kind == kind) joined[^1] = joined[^1] with { Text = joined[^1].Text + text };
            else joined.Add(new DifferencePiece(kind, text));
        }

        return joined;
    }

    // A sentence written anew keeps a comma here and an "and" there: it reads better as one piece gone and one new.
    private static List<DifferencePiece> Grouped(List<DifferencePiece> pieces)
    {
        var (grouped, gone, young) = (new List<DifferencePiece>(), "", "");
        for (var i = 0; i < pieces.Count; i++)
        {
            var (kind, text) = pieces[i];
            var isBetween = kind == PieceKind.Kept && gone.Length + young.Length > 0 && i < pieces.Count - 1 && text.Count(char.IsLetterOrDigit) <= LongestBetween;
            if (kind == PieceKind.Gone || isBetween) gone += text;
            if (kind == PieceKind.New || isBetween) young += text;
            if (kind == PieceKind.Kept && !isBetween) End(pieces[i]);
        }

        End(null);
        return grouped;

        void End(DifferencePiece? kept)
        {
            if (gone.Length > 0) grouped.Add(new DifferencePiece(PieceKind.Gone, gone));
            if (young.Length > 0) grouped.Add(new DifferencePiece(PieceKind.New, young));
            if (kept is not null) grouped.Add(kept);
            (gone, young) = ("", "");
        }
    }

    // Long stretches that stayed say nothing: their middle is left out.
    private static List<DifferencePiece> Shorten(List<DifferencePiece> pieces)
    {
        if (pieces.All(piece => piece.Kind == PieceKind.Kept)) return pieces;
        return [.. pieces.Select((piece, place) => piece.Kind == PieceKind.Kept && piece.Text.Length > LongestKept ? piece with { Text = Cut(piece.Text, place == 0, place == pieces.Count - 1) } : piece)];
    }

    private static string Cut(string text, bool isFirst, bool isLast)
    {
        var (head, tail) = (isFirst ? "" : text[..Edge(text, Shown, -1)], isLast ? "" : text[Edge(text, text.Length - Shown, 1)..]);
        return $"{head} … {tail}";
    }

    // Between words, so that no letter made of two characters is cut in half.
    private static int Edge(string text, int at, int step)
    {
        while (at > 0 && at < text.Length && !char.IsWhiteSpace(text[at])) at += step;
        return at;
    }
}
