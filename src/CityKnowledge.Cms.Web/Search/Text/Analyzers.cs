using CityKnowledge.Cms.Content.Search;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Util;

namespace CityKnowledge.Cms.Web.Search.Text;

/// <summary>The analyzers of one index: how its texts are cut into words, and how those of queries are.</summary>
internal sealed record Analyzers(Analyzer Index, Analyzer Query)
{
    private static readonly Analyzers Multilingual = new(new MultilingualAnalyzer(false), new MultilingualAnalyzer(true));
    private static readonly StandardAnalyzer StandardOne = new(LuceneVersion.LUCENE_48);
    private static readonly Analyzers Standard = new(StandardOne, StandardOne);

    public static Analyzers Of(IndexDefinition definition) =>
        string.Equals(definition.EffectiveAnalyzer, IndexDefinition.Standard, StringComparison.OrdinalIgnoreCase) ? Standard : Multilingual;
}
