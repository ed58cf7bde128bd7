using CityKnowledge.Cms.Web.Search.Documents;

namespace CityKnowledge.Cms.Web.Search.Pages;

/// <summary>Makes the links that narrow a search: each adds or takes away one value and keeps the rest of the question.</summary>
internal static class FacetLinks
{
    private const int MostValues = 15;

    /// <summary>One entry for each facet with values: <c>Name</c>, <c>Key</c>, <c>Values</c>.</summary>
    public static List<object?> Of(FacetTerms terms, SearchForm form, PageHits hits)
    {
        var links = new List<object?>();
        for (var facet = 0; facet < Facet.All.Count; facet++)
        {
            var values = Values(terms, form, hits, facet);
            if (values.Count == 0) continue;
            links.Add(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Name"] = Facet.All[facet].Label,
                ["Key"] = Facet.All[facet].Key,
                ["Values"] = values,
            });
        }

        return links;
    }

    private static List<object?> Values(FacetTerms terms, SearchForm form, PageHits hits, int facet)
    {
        var counted = hits.Counts[facet].Select(count => (Value: terms.Find(Facet.All[facet], count.Key), Count: count.Value))
            .Where(count => count.Value is not null).Select(count => (Value: count.Value!, count.Count)).ToList();
        // What was chosen stays, so that it can be taken away again.
        counted.AddRange(form.Chosen[facet].Where(value => !counted.Exists(count => count.Value == value)).Select(value => (value, 0)));
        return [.. counted.OrderByDescending(count => form.Chosen[facet].Contains(count.Value))
            .ThenByDescending(count => count.Count).ThenBy(count => count.Value.Label, StringComparer.Ordinal)
            .Take(MostValues)
            .Select(count => Link(form, facet, count.Value, count.Count))];
    }

    private static Dictionary<string, object?> Link(SearchForm form, int facet, FacetValue value, int count) => new(StringComparer.Ordinal)
    {
        ["Text"] = value.Label,
        ["Code"] = value.Code,
        ["Count"] = count,
        ["Selected"] = form.Chosen[facet].Contains(value),
        ["Url"] = form.Toggled(facet, value),
    };
}
