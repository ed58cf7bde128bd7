using System.Globalization;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Search.Documents;
using CityKnowledge.Cms.Web.Search.Dsl;
using CityKnowledge.Cms.Web.Search.Indexes;
using CityKnowledge.Cms.Web.Search.Text;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Pages;

/// <summary>How the words of visitors are looked for.</summary>
/// <param name="Fields">Fields in which every word may stand.</param>
/// <param name="AllowSyntax">Whether visitors may use Lucene's query syntax.</param>
internal sealed record PageOptions(IReadOnlyList<string> Fields, bool AllowSyntax, int PageSize);

/// <summary>What the search page shows of one page of hits.</summary>
/// <param name="Counts">For each facet of <see cref="Facet.All"/> how many hits its values have.</param>
internal sealed record PageHits(string[] Ids, int Total, IReadOnlyDictionary<string, int>[] Counts);

/// <summary>Finds one page of hits and counts the facets. Answers are kept as long as the index has not changed.</summary>
internal sealed class PageSearch(Access access)
{
    private const float TitleBoost = 3;
    private static readonly HashSet<string> IdOnly = [ItemFields.ContentItemId];
    private readonly FacetSegments segments = new();

    /// <summary>Null while the index is being made.</summary>
    public PageHits? Find(SearchIndex index, SearchForm form, PageOptions options, Caller caller)
    {
        var rights = SearchRights.Of(caller, index, access);
        var key = string.Create(CultureInfo.InvariantCulture, $"page {form.Page} {options.PageSize}\n{rights.Key}\n{form}");
        return index.Search(searcher =>
        {
            if (searcher.Results.TryGet(key, out var known)) return (PageHits)known;
            var hits = Run(searcher, QueryOf(index, form, options), form, options, rights);
            searcher.Results.AddOrUpdate(key, hits);
            return hits;
        });
    }

    private PageHits Run(NumberedSearcher searcher, Query query, SearchForm form, PageOptions options, SearchRights rights)
    {
        var chosen = form.Chosen.Select(values => (IReadOnlySet<string>)values.Select(value => value.Value).ToHashSet(StringComparer.Ordinal)).ToArray();
        var collector = new FacetCollector(segments, form.Page * options.PageSize, chosen);
        searcher.Search(query, rights.Filter, collector);
        var best = collector.Best;
        return new PageHits(
            [.. best.ScoreDocs.Skip((form.Page - 1) * options.PageSize).Select(hit => searcher.Doc(hit.Doc, IdOnly).Get(ItemFields.ContentItemId, CultureInfo.InvariantCulture))],
            best.TotalHits,
            [.. Enumerable.Range(0, chosen.Length).Select(collector.CountsOf)]);
    }

    private static Query QueryOf(SearchIndex index, SearchForm form, PageOptions options)
    {
        if (form.Terms.Length == 0) return new MatchAllDocsQuery();
        var analyzer = index.Analyzers.Query;
        if (options.AllowSyntax && TryParse(form.Terms, options.Fields[0], analyzer) is { } parsed) return parsed;
        var words = new BooleanQuery();
        foreach (var field in options.Fields)
        {
            if (WordQueries.Find(analyzer, field, form.Terms, Occur.MUST) is { } all) words.Add(all, Occur.SHOULD);
        }

        if (words.Clauses.Count == 0) return words;
        if (WordQueries.Find(analyzer, ItemFields.DisplayText, form.Terms, Occur.SHOULD) is not { } title) return words;
        // A title that says it comes first; it need not.
        title.Boost = TitleBoost;
        return new BooleanQuery { { words.Clauses is [var only] ? only.Query : words, Occur.MUST }, { title, Occur.SHOULD } };
    }

    private static Query? TryParse(string terms, string field, Lucene.Net.Analysis.Analyzer analyzer)
    {
        try
        {
            return QueryStringClause.Parse(SyntaxLimits.Check(terms, "Terms"), field, analyzer, "Terms");
        }
        catch (BadQueryException)
        {
            // Visitors who wrote a bracket by chance looked for words.
            return null;
        }
    }
}
