using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>Finds terms of any vocabulary by what people call them.</summary>
public sealed class TermFinder(TypeCatalogue types, ContentQueries queries, TaxonomyReader taxonomies)
{
    private const string LanguagesAlias = "languages";
    private const int MostTaxonomies = 500;

    /// <summary>The ids of the terms with that id, code or label, and of all terms below them; none when nothing is called that.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string name, CancellationToken cancel = default)
    {
        var all = (await ListTaxonomiesAsync(cancel)).SelectMany(taxonomy => taxonomy.Terms).ToList();
        var byId = all.Where(term => term.Id == name).ToList();
        var found = byId.Count > 0 ? byId : [.. all.Where(term => Same(CodeOf(term), name) || Same(term.Item.DisplayText, name))];
        return [.. found.SelectMany(term => term.WithDescendants()).Select(term => term.Id).Distinct()];
    }

    /// <summary>The languages content may be in: code and name, in order of the names. None when the site has no such vocabulary.</summary>
    public async Task<IReadOnlyList<Language>> ListLanguagesAsync()
    {
        var languages = await taxonomies.FindByAliasAsync(LanguagesAlias);
        return languages is null ? [] : [.. languages.Terms.Where(term => CodeOf(term) is not null).Select(term => new Language(term.Id, CodeOf(term)!, term.Item.DisplayText ?? CodeOf(term)!)).OrderBy(language => language.Name, StringComparer.CurrentCulture)];
    }

    /// <summary>Names of terms by id, for those that exist.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ListNamesAsync(IReadOnlyCollection<string> termIds, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(termIds);
        if (termIds.Count == 0) return new Dictionary<string, string>();
        return (await ListTaxonomiesAsync(cancel)).SelectMany(taxonomy => termIds.Select(taxonomy.Find).OfType<Term>())
            .DistinctBy(term => term.Id).ToDictionary(term => term.Id, term => term.Item.DisplayText ?? term.Id);
    }

    private async Task<IEnumerable<Taxonomy>> ListTaxonomiesAsync(CancellationToken cancel)
    {
        var kinds = types.Current.Types.Where(type => type.FindPartOf("TaxonomyPart") is not null).Select(type => type.Name).ToList();
        if (kinds.Count == 0) return [];
        return (await queries.ListAsync(new ContentQuery { Types = kinds, Take = MostTaxonomies }, cancel)).Select(taxonomies.TreeOf);
    }

    // A vocabulary with codes keeps them in the terms' own part.
    private static string? CodeOf(Term term) => term.Item.Field(term.Item.ContentType, "Code").Get("Text").AsText() is { Length: > 0 } code ? code : null;

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A language content may be in.</summary>
/// <param name="Code">Such as <c>fr</c>.</param>
public sealed record Language(string TermId, string Code, string Name);
