using System.Runtime.CompilerServices;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Taxonomies;

/// <summary>Finds published taxonomies and their terms; the tree is built once per published version.</summary>
public sealed class TaxonomyReader(ContentReader reader)
{
    private readonly ConditionalWeakTable<ContentItem, Taxonomy> trees = [];

    public async ValueTask<Taxonomy?> FindAsync(string taxonomyContentItemId) =>
        await reader.FindPublishedAsync(taxonomyContentItemId) is { } item ? TreeOf(item) : null;

    /// <summary>The taxonomy with that alias.</summary>
    public async ValueTask<Taxonomy?> FindByAliasAsync(string alias) =>
        await reader.FindAliasAsync(alias) is { } id ? await FindAsync(id) : null;

    /// <summary>The tree of a taxonomy item.</summary>
    public Taxonomy TreeOf(ContentItem item) => trees.GetValue(item, static item => new Taxonomy(item));
}
