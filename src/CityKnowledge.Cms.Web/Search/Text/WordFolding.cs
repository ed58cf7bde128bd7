using System.Text;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;

namespace CityKnowledge.Cms.Web.Search.Text;

/// <summary>
/// Brings a word into the form in which it is compared: lower case, no diacritics, one width, Arabic letters unified.
/// "Bogota" then finds "Bogotá".
/// </summary>
internal sealed class WordFolding : TokenFilter
{
    private const int LongestWord = 255;
    private static readonly string SouthEastAsian = StandardTokenizer.TOKEN_TYPES[StandardTokenizer.SOUTHEAST_ASIAN];
    private readonly ICharTermAttribute term;
    private readonly ITypeAttribute type;
    private readonly ArabicNormalizer arabic = new();
    private readonly ArabicStemmer arabicStems = new();

    public WordFolding(TokenStream words)
        : base(words)
    {
        term = AddAttribute<ICharTermAttribute>();
        type = AddAttribute<ITypeAttribute>();
    }

    public override bool IncrementToken()
    {
        if (!m_input.IncrementToken()) return false;
        // A run of Thai may be a whole paragraph, to be cut later; any other "word" of that length is rubbish.
        if (term.Length > LongestWord && type.Type != SouthEastAsian) term.Length = LongestWord;
        if (!TryFoldAscii(term.Buffer.AsSpan(0, term.Length))) FoldOther();
        return true;
    }

    /// <summary>The folded form of a text, for comparing outside the index.</summary>
    public static string Fold(string text)
    {
        var marked = text.Normalize(NormalizationForm.FormKD);
        var bare = new StringBuilder(marked.Length);
        foreach (var letter in marked)
        {
            if (!IsDiacritic(letter)) bare.Append(letter);
        }

        var letters = bare.ToString().Normalize(NormalizationForm.FormC).ToCharArray();
        var folded = new char[letters.Length * 4];
        var length = ASCIIFoldingFilter.FoldToASCII(letters, 0, folded, 0, letters.Length);
        return new string(folded, 0, length).ToLowerInvariant();
    }

    private static bool TryFoldAscii(Span<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var letter = word[i];
            if (letter is >= 'A' and <= 'Z') word[i] = (char)(letter | 0x20);
            else if (letter == '\'' || NeedsFolding(letter)) return false;
        }

        return true;
    }

    private void FoldOther()
    {
        var word = WithoutElision(Fold(term.ToString()));
        if (word.Length == 0) return;
        var letters = word.ToCharArray();
        var length = letters.Length;
        if (letters[0] is >= '\u0600' and <= '\u06FF')
        {
            length = arabic.Normalize(letters, length);
            length = arabicStems.Stem(letters, length);
        }

        term.SetEmpty().Append(letters, 0, length);
    }

    // l'eau, d'Ivoire, qu'un: the article is not part of the word.
    private static string WithoutElision(string word)
    {
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        var isElision = apostrophe is 1 or 2 && word.Length - apostrophe > 3
            && (apostrophe == 1 ? "ldjmtsnc".Contains(word[0], StringComparison.Ordinal) : word.StartsWith("qu", StringComparison.Ordinal));
        return isElision ? word[(apostrophe + 1)..] : word;
    }

    // Ideographs, kana, Hangul, Thai and Indic scripts have nothing to fold and are the bulk of what is not ASCII.
    private static bool NeedsFolding(char letter) =>
        letter >= 0x80 && (letter < 0x0590 || letter is (>= '\u0600' and <= '\u077F') or (>= '\u1AB0' and <= '\u20FF') || letter >= '\uF900');

    // Of Latin, Greek and Cyrillic, and the vowel signs of Arabic; marks of Indic and other scripts are vowels of the word.
    private static bool IsDiacritic(char letter) =>
        letter is (>= '\u0300' and <= '\u036F') or (>= '\u064B' and <= '\u065F') or (>= '\u1AB0' and <= '\u1AFF')
            or (>= '\u1DC0' and <= '\u1DFF') or (>= '\u20D0' and <= '\u20FF') or (>= '\uFE20' and <= '\uFE2F');
}
