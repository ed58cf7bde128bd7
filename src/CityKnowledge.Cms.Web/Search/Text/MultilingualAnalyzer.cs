using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace CityKnowledge.Cms.Web.Search.Text;

/// <summary>
/// English with word stems, and every other language without harm. Common words stay in the index: phrases such as
/// "the city of the future" are found, and <see cref="WordQueries"/> leaves them out where they only cost.
/// </summary>
/// <param name="forQueries">Queries look for stems and pairs; the index also holds the words as written and single characters.</param>
internal sealed class MultilingualAnalyzer(bool forQueries) : Analyzer
{
    // Scripts without spaces come as one "word"; Lucene drops what is longer.
    private const int LongestRun = 8000;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var source = new StandardTokenizer(LuceneVersion.LUCENE_48, reader) { MaxTokenLength = LongestRun };
        TokenStream words = new ScriptBigrams(new WordFolding(source), withSingles: !forQueries);
        words = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, words);
        // The word as written stays beside its stem: prefix and wildcard queries look for what people write.
        words = forQueries ? new PorterStemFilter(words) : new RemoveDuplicatesTokenFilter(new PorterStemFilter(new KeywordRepeatFilter(words)));
        return new TokenStreamComponents(source, words);
    }
}
