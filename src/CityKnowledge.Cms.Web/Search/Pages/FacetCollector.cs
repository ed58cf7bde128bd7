using CityKnowledge.Cms.Web.Search.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Pages;

/// <summary>
/// Collects the best hits that have all chosen facet values, and counts values on the way. The values of a facet are
/// counted as if nothing were chosen in it, so that people see what another choice would give.
/// </summary>
internal sealed class FacetCollector : ICollector
{
    private readonly FacetSegments segments;
    private readonly TopScoreDocCollector best;
    private readonly IReadOnlySet<string>[] chosen;
    private readonly Dictionary<string, int>[] counts;
    private readonly int[][] segmentCounts;
    private readonly bool[]?[] segmentChosen;
    private readonly FacetSegment.Column[] columns;

    /// <param name="chosen">For each facet of <see cref="Facet.All"/> the values of which a hit must have one; none means any.</param>
    public FacetCollector(FacetSegments segments, int most, IReadOnlySet<string>[] chosen)
    {
        this.segments = segments;
        best = TopScoreDocCollector.Create(most, docsScoredInOrder: true);
        this.chosen = chosen;
        counts = [.. chosen.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
        segmentCounts = new int[chosen.Length][];
        segmentChosen = new bool[]?[chosen.Length];
        columns = new FacetSegment.Column[chosen.Length];
    }

    public bool AcceptsDocsOutOfOrder => false;

    public TopDocs Best => best.GetTopDocs();

    /// <summary>How many hits each value of a facet has.</summary>
    public IReadOnlyDictionary<string, int> CountsOf(int facet)
    {
        AddSegment();
        return counts[facet];
    }

    public void SetScorer(Scorer scorer) => best.SetScorer(scorer);

    public void SetNextReader(AtomicReaderContext context)
    {
        AddSegment();
        best.SetNextReader(context);
        var segment = segments.Of(context.AtomicReader);
        for (var facet = 0; facet < columns.Length; facet++)
        {
            columns[facet] = segment[facet];
            segmentCounts[facet] = new int[columns[facet].Names.Length];
            segmentChosen[facet] = chosen[facet].Count == 0 ? null : [.. columns[facet].Names.Select(chosen[facet].Contains)];
        }
    }

    public void Collect(int doc)
    {
        var missing = -1;
        for (var facet = 0; facet < columns.Length; facet++)
        {
            if (segmentChosen[facet] is not { } wanted || HasOne(columns[facet].Of(doc), wanted)) continue;
            if (missing >= 0) return;
            missing = facet;
        }

        if (missing >= 0)
        {
            Count(missing, doc);
            return;
        }

        for (var facet = 0; facet < columns.Length; facet++) Count(facet, doc);
        best.Collect(doc);
    }

    private static bool HasOne(ReadOnlySpan<int> values, bool[] wanted)
    {
        foreach (var value in values)
        {
            if (wanted[value]) return true;
        }

        return false;
    }

    private void Count(int facet, int doc)
    {
        var into = segmentCounts[facet];
        foreach (var value in columns[facet].Of(doc)) into[value]++;
    }

    private void AddSegment()
    {
        if (columns[0] is null) return;
        for (var facet = 0; facet < columns.Length; facet++)
        {
            var into = segmentCounts[facet];
            for (var value = 0; value < into.Length; value++)
            {
                if (into[value] == 0) continue;
                var name = columns[facet].Names[value];
                counts[facet][name] = counts[facet].GetValueOrDefault(name) + into[value];
                into[value] = 0;
            }
        }
    }
}
