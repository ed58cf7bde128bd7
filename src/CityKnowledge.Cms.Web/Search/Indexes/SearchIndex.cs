using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Search;
using CityKnowledge.Cms.Web.Search.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>A defined index in this process: the generation that answers, and the rules by which it should be made.</summary>
internal sealed class SearchIndex(IndexRules rules, IndexFolder folder, LuceneIndex? found)
{
    private volatile IndexRules rules = rules;
    private volatile LuceneIndex? live = found;
    private volatile bool isBroken;

    public string Name => rules.Definition.Name;

    public IndexRules Rules => rules;

    public IndexDefinition Definition => rules.Definition;

    public Analyzers Analyzers => Analyzers.Of(rules.Definition);

    public IndexFolder Folder => folder;

    /// <summary>The generation in use; null while the first one is being made.</summary>
    public LuceneIndex? Live => live;

    /// <summary>Whether a new generation is being made.</summary>
    public bool IsBuilding { get; set; }

    /// <summary>How far the new generation has come; null when none is being made.</summary>
    public BuildProgress? Progress { get; set; }

    /// <summary>Whether a new generation has to be made.</summary>
    public bool NeedsBuilding => live is not { } index || isBroken || index.Signature != rules.Signature;

    /// <summary>Says that the files cannot be trusted.</summary>
    public void Break() => isBroken = true;

    public void Follow(IndexRules next) => rules = next;

    /// <summary>Puts a new generation in the place of the present one, which is closed and deleted.</summary>
    public void Swap(LuceneIndex next)
    {
        var former = live;
        next.Refresh();
        live = next;
        isBroken = false;
        former?.Dispose();
        folder.Clean(next);
    }

    public void Close()
    {
        live?.Dispose();
        live = null;
    }

    /// <summary>Looks something up; null while there is nothing to search in.</summary>
    /// <exception cref="BadQueryException">The query has too many clauses.</exception>
    public TResult? Search<TResult>(Func<NumberedSearcher, TResult> search)
        where TResult : class
    {
        while (live is { } index)
        {
            try
            {
                using var lease = index.Acquire();
                return search(lease.Searcher);
            }
            catch (ObjectDisposedException) when (live != index)
            {
                // A new generation has taken its place just now.
            }
            catch (BooleanQuery.TooManyClausesException trouble)
            {
                throw new BadQueryException($"The query matches too many different words; at most {BooleanQuery.MaxClauseCount} are allowed. Make it more specific.", trouble);
            }
            catch (Exception trouble) when (trouble is CorruptIndexException or IOException)
            {
                Break();
                return null;
            }
        }

        return null;
    }
}
