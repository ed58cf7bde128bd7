using BitFaster.Caching.Lru;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>One view of an index at one moment. What was found in it stays true as long as it lives, so it is kept here.</summary>
internal sealed class NumberedSearcher(IndexReader reader) : IndexSearcher(reader)
{
    private const int MostResults = 1000;

    /// <summary>Finished answers by what was asked.</summary>
    public ConcurrentLru<string, object> Results { get; } = new(Environment.ProcessorCount, MostResults, StringComparer.Ordinal);
}
