using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;

namespace CityKnowledge.Cms.Web.Search.Text;

/// <summary>
/// Cuts scripts without spaces (Chinese, Japanese, Korean, Thai, Khmer, Lao, Burmese) into overlapping pairs of
/// characters, so that words in them are found without a dictionary.
/// </summary>
internal sealed class ScriptBigrams : TokenFilter
{
    /// <summary>Token type of a pair.</summary>
    public const string Pair = "<PAIR>";
    private const string Single = "<SINGLE>";

    private static readonly HashSet<string> Scripts =
    [
        StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN], StandardTokenizer.TOKEN_TYPES[StandardTokenizer.IDEOGRAPHIC],
        StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HIRAGANA], StandardTokenizer.TOKEN_TYPES[StandardTokenizer.KATAKANA],
        StandardTokenizer.TOKEN_TYPES[StandardTokenizer.HANGUL],
    ];

    private readonly bool withSingles;
    private readonly ICharTermAttribute term;
    private readonly ITypeAttribute type;
    private readonly IOffsetAttribute offset;
    private readonly IPositionIncrementAttribute position;
    private readonly List<Piece> pieces = [];
    private State? held;
    private int next;
    private bool singleWritten;
    private int firstIncrement;

    /// <param name="withSingles">Also write single characters: for the index, so that a search for one character finds it.</param>
    public ScriptBigrams(TokenStream words, bool withSingles)
        : base(words)
    {
        this.withSingles = withSingles;
        term = AddAttribute<ICharTermAttribute>();
        type = AddAttribute<ITypeAttribute>();
        offset = AddAttribute<IOffsetAttribute>();
        position = AddAttribute<IPositionIncrementAttribute>();
    }

    public override bool IncrementToken()
    {
        if (TryWrite()) return true;
        if (!TryRead()) return false;
        if (!Scripts.Contains(type.Type)) return true;
        CollectRun();
        return TryWrite();
    }

    public override void Reset()
    {
        base.Reset();
        pieces.Clear();
        (held, next, singleWritten) = (null, 0, false);
    }

    private bool TryRead()
    {
        if (held is null) return m_input.IncrementToken();
        RestoreState(held);
        held = null;
        return true;
    }

    private void CollectRun()
    {
        pieces.Clear();
        (next, singleWritten, firstIncrement) = (0, false, position.PositionIncrement);
        AddPieces();
        while (m_input.IncrementToken())
        {
            if (Scripts.Contains(type.Type) && offset.StartOffset == pieces[^1].End)
            {
                AddPieces();
                continue;
            }

            held = CaptureState();
            return;
        }
    }

    // A character with its marks is one piece.
    private void AddPieces()
    {
        var text = term.ToString();
        for (var start = 0; start < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, start);
            pieces.Add(new Piece(text.Substring(start, length), offset.StartOffset, offset.EndOffset));
            start += length;
        }
    }

    private bool TryWrite()
    {
        if (next >= pieces.Count) return false;
        var isLast = next == pieces.Count - 1;
        var alone = pieces.Count == 1;
        if (!singleWritten && (withSingles || alone))
        {
            singleWritten = true;
            Write(pieces[next].Text, pieces[next], pieces[next], Single, Increment());
            if (isLast) next++;
            return true;
        }

        if (isLast)
        {
            next++;
            return false;
        }

        Write(pieces[next].Text + pieces[next + 1].Text, pieces[next], pieces[next + 1], Pair, singleWritten ? 0 : Increment());
        next++;
        singleWritten = false;
        return true;
    }

    private int Increment() => next == 0 ? firstIncrement : 1;

    private void Write(string text, Piece first, Piece last, string kind, int increment)
    {
        ClearAttributes();
        term.SetEmpty().Append(text);
        offset.SetOffset(first.Start, last.End);
        position.PositionIncrement = increment;
        type.Type = kind;
    }

    private readonly record struct Piece(string Text, int Start, int End);
}
