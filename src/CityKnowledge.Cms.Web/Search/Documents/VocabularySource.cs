using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>Reads the vocabularies that are published now.</summary>
internal sealed class VocabularySource(TypeCatalogue types, ContentQueries queries, TaxonomyReader reader)
{
    private const int Most = 1000;

    public async Task<Vocabularies> LoadAsync(CancellationToken cancel)
    {
        var names = types.Current.Types.Where(Vocabularies.IsVocabulary).Select(type => type.Name).ToList();
        if (names.Count == 0) return Vocabularies.None;
        var items = await queries.ListAsync(new ContentQuery { Types = names, Take = Most }, cancel);
        return new Vocabularies(items.Select(reader.TreeOf));
    }

    /// <summary>Whether an item of this type is a vocabulary.</summary>
    public bool Concerns(string type) => Vocabularies.IsVocabulary(types.Current.FindType(type));
}
