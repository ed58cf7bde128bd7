using System.Collections.Frozen;
using CityKnowledge.Cms.Content.Taxonomies;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>One value of a facet.</summary>
/// <param name="Value">As it stands in the index.</param>
/// <param name="Code">As it stands in addresses.</param>
internal sealed record FacetValue(string Value, string Code, string Label);

/// <summary>The values that facets may have now, by what the index holds and by what addresses say.</summary>
internal sealed class FacetTerms
{
    private readonly FrozenDictionary<(string Facet, string Value), FacetValue> byValue;
    private readonly FrozenDictionary<(string Facet, string Code), FacetValue> byCode;

    public FacetTerms(DocumentPlan plan, Vocabularies vocabularies)
    {
        var all = Facet.All.SelectMany(facet => Values(facet, plan, vocabularies).Select(value => (Facet: facet.Key, Value: value))).ToList();
        byValue = all.DistinctBy(one => (one.Facet, one.Value.Value)).ToFrozenDictionary(one => (one.Facet, one.Value.Value), one => one.Value);
        byCode = all.DistinctBy(one => (one.Facet, one.Value.Code.ToLowerInvariant()))
            .ToFrozenDictionary(one => (one.Facet, one.Value.Code.ToLowerInvariant()), one => one.Value);
    }

    public FacetValue? Find(Facet facet, string value) => byValue.GetValueOrDefault((facet.Key, value));

    public FacetValue? FindCode(Facet facet, string code) => byCode.GetValueOrDefault((facet.Key, code.ToLowerInvariant()));

    private static IEnumerable<FacetValue> Values(Facet facet, DocumentPlan plan, Vocabularies vocabularies) => facet.Alias is null
        ? plan.TypeNames.Select(name => new FacetValue(name, name, plan.Types.FindType(name)?.DisplayName ?? name))
        : (vocabularies.FindByAlias(facet.Alias)?.Terms ?? []).Where(facet.Level).Select(ValueOf);

    // A number helps to recognise a goal; letters of a country do not.
    private static FacetValue ValueOf(Term term)
    {
        var code = Facet.CodeOf(term);
        var name = term.Item.DisplayText ?? code;
        return new FacetValue(term.Id, code, code.All(char.IsAsciiDigit) && code.Length < 3 ? $"{code} {name}" : name);
    }
}
