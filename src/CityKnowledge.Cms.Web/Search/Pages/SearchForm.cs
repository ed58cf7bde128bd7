using System.Globalization;
using System.Text;
using CityKnowledge.Cms.Web.Search.Documents;

namespace CityKnowledge.Cms.Web.Search.Pages;

/// <summary>What a visitor asks of the search page.</summary>
/// <param name="Chosen">For each facet of <see cref="Facet.All"/> the chosen values.</param>
/// <param name="Page">Counted from 1.</param>
internal sealed record SearchForm(string Terms, IReadOnlyList<FacetValue>[] Chosen, int Page)
{
    private const int LongestTerms = 300;
    private const int MostChosen = 50;
    public const int LastPage = 500;

    /// <summary>Whether anything is asked.</summary>
    public bool IsEmpty => Terms.Length == 0 && Chosen.All(values => values.Count == 0);

    public static SearchForm Read(IQueryCollection query, FacetTerms terms)
    {
        var words = query["Terms"].ToString().Trim();
        return new SearchForm(
            words.Length > LongestTerms ? words[..LongestTerms] : words,
            [.. Facet.All.Select(facet => Values(query, facet, terms))],
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1);
    }

    /// <summary>The rest of the address for the same question with one value more, or without it.</summary>
    public string Toggled(int facet, FacetValue value)
    {
        var next = (IReadOnlyList<FacetValue>[])Chosen.Clone();
        next[facet] = Chosen[facet].Contains(value) ? [.. Chosen[facet].Where(other => other != value)] : [.. Chosen[facet], value];
        return (this with { Chosen = next }).ToString();
    }

    /// <summary>The address of the first page, beginning with a question mark.</summary>
    public override string ToString()
    {
        var address = new StringBuilder("?Terms=").Append(Uri.EscapeDataString(Terms));
        for (var facet = 0; facet < Chosen.Length; facet++)
        {
            foreach (var value in Chosen[facet]) address.Append('&').Append(Facet.All[facet].Key).Append('=').Append(Uri.EscapeDataString(value.Code));
        }

        return address.ToString();
    }

    // What no facet knows is left out: an old link still finds something.
    private static List<FacetValue> Values(IQueryCollection query, Facet facet, FacetTerms terms) =>
        [.. query[facet.Key].SelectMany(text => (text ?? "").Split(',')).Take(MostChosen).Select(code => terms.FindCode(facet, code.Trim())).OfType<FacetValue>().Distinct()];
}
