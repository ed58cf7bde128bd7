using System.Collections.Frozen;
using System.Text;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>All published vocabularies at one moment, for finding the terms above a term without waiting.</summary>
internal sealed class Vocabularies
{
    private readonly FrozenDictionary<string, Taxonomy> byId;
    private readonly FrozenDictionary<string, Taxonomy> byAlias;

    public Vocabularies(IEnumerable<Taxonomy> taxonomies)
    {
        byId = taxonomies.ToFrozenDictionary(taxonomy => taxonomy.Item.ContentItemId, StringComparer.Ordinal);
        byAlias = byId.Values.Where(taxonomy => AliasOf(taxonomy) is not null)
            .DistinctBy(AliasOf, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(taxonomy => AliasOf(taxonomy)!, StringComparer.OrdinalIgnoreCase);
    }

    public static Vocabularies None { get; } = new([]);

    public Taxonomy? Find(string? taxonomyId) => taxonomyId is null ? null : byId.GetValueOrDefault(taxonomyId);

    public Taxonomy? FindByAlias(string alias) => byAlias.GetValueOrDefault(alias);

    /// <summary>Whether items of this type are vocabularies.</summary>
    public static bool IsVocabulary(TypeDefinition? type) => type?.FindPartOf("TaxonomyPart") is not null;

    /// <summary>Whether documents made with the former vocabularies are still right: no known term has moved or gone.</summary>
    public bool Keeps(Vocabularies former)
    {
        foreach (var (id, before) in former.byId)
        {
            if (!byId.TryGetValue(id, out var now)) return false;
            if (ReferenceEquals(now, before)) continue;
            foreach (var term in before.Terms)
            {
                if (now.Find(term.Id) is not { } same || same.Parent?.Id != term.Parent?.Id) return false;
            }
        }

        return true;
    }

    /// <summary>Differs whenever a term has moved, come or gone.</summary>
    public string Signature()
    {
        var text = new StringBuilder();
        foreach (var taxonomy in byId.Values.OrderBy(taxonomy => taxonomy.Item.ContentItemId, StringComparer.Ordinal))
        {
            text.Append(taxonomy.Item.ContentItemId).Append(AliasOf(taxonomy));
            foreach (var term in taxonomy.Terms) text.Append(term.Id).Append('<').Append(term.Parent?.Id);
        }

        return text.ToString();
    }

    private static string? AliasOf(Taxonomy taxonomy) => taxonomy.Item.Field("AliasPart", "Alias").AsText();
}
