using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Taxonomies;

/// <summary>A term of a taxonomy, with its place in the tree.</summary>
public sealed class Term
{
    /// <summary>The member of a term's JSON that says it is no longer in use; one that Orchard does not know, and keeps.</summary>
    internal const string Deprecation = "DeprecationPart";
    private readonly List<Term> children = [];

    internal Term(ContentItem item, Term? parent) => (Item, Parent) = (item, parent);

    public ContentItem Item { get; }
    public Term? Parent { get; }
    public IReadOnlyList<Term> Children => children;
    public string Id => Item.ContentItemId;

    /// <summary>The last day on which the term was meant for new items; null while it is in use.</summary>
    public DateTime? ValidTo => Item.Part(Deprecation).Get("ValidTo").AsMoment();

    /// <summary>The term to be used instead, or null.</summary>
    public string? ReplacedBy => Item.Part(Deprecation).Get("ReplacedBy").AsText() is { Length: > 0 } id ? id : null;

    /// <summary>Whether the term stays on items that have it, but is offered for no others.</summary>
    public bool IsDeprecated => ValidTo is { } last && last.Date <= DateTime.UtcNow.Date;

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
