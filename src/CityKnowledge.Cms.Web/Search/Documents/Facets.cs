using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Taxonomies;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>Something by which results are counted and narrowed.</summary>
/// <param name="Key">Name in addresses, such as <c>goal</c>.</param>
/// <param name="Label">Heading shown to people.</param>
/// <param name="Alias">Alias of the vocabulary; null for the content type.</param>
/// <param name="Level">Which terms count; terms below them count for them.</param>
/// <param name="Through">Types whose own terms count for the items that pick them: a practice lies in the country of its city.</param>
internal sealed record Facet(string Key, string Label, string? Alias, Func<Term, bool> Level, IReadOnlyList<string> Through)
{
    /// <summary>Name of the field in the index.</summary>
    public string FieldName { get; } = "_facet." + Key;

    /// <summary>The facets of the search page, in its order. One whose vocabulary does not exist is not shown.</summary>
    public static IReadOnlyList<Facet> All { get; } =
    [
        new("type", "Type", null, _ => true, []),
        new("goal", "Goal", "sdg", term => term.Parent is null, []),
        new("country", "Country", "places", term => OwnText(term, "Kind") == "country", ["City"]),
    ];

    /// <summary>The short form of a term in addresses: its code where it has one.</summary>
    public static string CodeOf(Term term) => OwnText(term, "Iso2") ?? OwnText(term, "Code") ?? term.Id;

    private static string? OwnText(Term term, string field) =>
        term.Item.Field(term.Item.ContentType, field).Get("Text").AsText() is { Length: > 0 } text ? text : null;
}

/// <summary>Finds the facet values of items.</summary>
internal static class FacetValues
{
    /// <summary>Adds the values of an item; <paramref name="picked"/> are the items it picks.</summary>
    public static void Add(ContentItem item, DocumentPlan plan, Vocabularies vocabularies, IReadOnlyList<ContentItem> picked, DocumentFields document)
    {
        foreach (var facet in Facet.All)
        {
            if (facet.Alias is null)
            {
                document.Facet(facet.FieldName, item.ContentType);
                continue;
            }

            if (vocabularies.FindByAlias(facet.Alias) is not { } taxonomy) continue;
            var values = Terms(item, plan.Types, taxonomy, facet);
            foreach (var source in picked.Where(source => facet.Through.Contains(source.ContentType))) values.UnionWith(Terms(source, plan.Types, taxonomy, facet));
            foreach (var value in values) document.Facet(facet.FieldName, value);
        }
    }

    private static HashSet<string> Terms(ContentItem item, ContentTypes types, Taxonomy taxonomy, Facet facet)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in types.FindType(item.ContentType)?.Parts ?? [])
        {
            var json = item.Part(part.Name);
            if (json.ValueKind != System.Text.Json.JsonValueKind.Object) continue;
            foreach (var field in part.Fields)
            {
                var tags = json.Get(field.Name);
                if (tags.Get("TaxonomyContentItemId").AsText() != taxonomy.Item.ContentItemId) continue;
                foreach (var id in tags.Get("TermContentItemIds").AsTexts()) AddLevel(taxonomy.Find(id), facet, values);
            }
        }

        return values;
    }

    private static void AddLevel(Term? term, Facet facet, HashSet<string> values)
    {
        for (; term is not null; term = term.Parent)
        {
            if (facet.Level(term)) values.Add(term.Id);
        }
    }
}
