using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Taxonomies;

/// <summary>A term of a taxonomy, with its place in the tree.</summary>
public sealed class Term
{
    private readonly List<Term> children = [];

    internal Term(ContentItem item, Term? parent) => (Item, Parent) = (item, parent);

    public ContentItem Item { get; }
    public Term? Parent { get; }
    public IReadOnlyList<Term> Children => children;
    public string Id => Item.ContentItemId;

    /// <summary>Whether the term is kept for what was tagged with it, and not offered any more.</summary>
    public bool IsDeprecated => Item.Part("TermPart").Get("Deprecated").AsFlag() ?? false;

    /// <summary>The parent, its parent, and so on.</summary>
    public IEnumerable<Term> Ancestors
    {
        get
        {
            for (var term = Parent; term is not null; term = term.Parent) yield return term;
        }
    }

    /// <summary>The term and everything below it.</summary>
    public IEnumerable<Term> WithDescendants() => children.SelectMany(child => child.WithDescendants()).Prepend(this);

    internal void Add(Term child) => children.Add(child);
}

/// <summary>A vocabulary: the terms of one taxonomy item, as a tree and by id.</summary>
public sealed class Taxonomy
{
    private readonly Dictionary<string, Term> byId = [];

    public Taxonomy(ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        Item = item;
        Roots = [.. Read(item.Part("TaxonomyPart").Get("Terms"), null)];
    }

    public ContentItem Item { get; }

    /// <summary>The terms at the top.</summary>
    public IReadOnlyList<Term> Roots { get; }

    /// <summary>All terms, parents before their children.</summary>
    public IEnumerable<Term> Terms => Roots.SelectMany(root => root.WithDescendants());

    public Term? Find(string termId) => byId.GetValueOrDefault(termId);

    private List<Term> Read(JsonElement terms, Term? parent)
    {
        var found = new List<Term>();
        if (terms.ValueKind != JsonValueKind.Array) return found;
        foreach (var json in terms.EnumerateArray())
        {
            var term = new Term(ContentItem.FromContained(json), parent);
            byId[term.Id] = term;
            parent?.Add(term);
            found.Add(term);
            Read(json.Get("Terms"), term);
        }

        return found;
    }
}
