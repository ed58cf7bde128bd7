using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Taxonomies;

/// <summary>A term while its taxonomy is changed, with the list it stands in.</summary>
internal sealed record TermPlace(JsonObject Term, JsonArray Siblings, JsonObject? Parent)
{
    public string Id => TermTree.Text(Term, "ContentItemId") ?? "";
    public string Title => TermTree.Text(Term, "DisplayText") ?? "";
}

/// <summary>The terms of a taxonomy as JSON that is being changed.</summary>
internal sealed class TermTree(ContentDraft taxonomy)
{
    public string TaxonomyId => taxonomy.ContentItemId!;

    /// <summary>The type of its terms.</summary>
    public string TermType => Text(taxonomy.Part("TaxonomyPart"), "TermContentType") ?? "";

    public JsonArray Roots => Below(taxonomy.Part("TaxonomyPart"));

    /// <summary>The address of the taxonomy when its terms have pages below it, else null.</summary>
    public string? Address => taxonomy.Content["AutoroutePart"] is JsonObject route && route["RouteContainedItems"]?.GetValueKind() == System.Text.Json.JsonValueKind.True
        ? Text(route, "Path")?.Trim('/') : null;

    /// <summary>Every term, parents before their children.</summary>
    public IEnumerable<TermPlace> All() => Walk(Roots, null);

    /// <summary>The terms below one.</summary>
    public static IEnumerable<TermPlace> Descendants(JsonObject term) => Walk(ChildrenOf(term), term);

    public TermPlace? Find(string id) => All().FirstOrDefault(place => place.Id == id);

    /// <exception cref="InvalidContentException">There is no such term.</exception>
    public TermPlace Get(string id, string path = "") =>
        Find(id) ?? throw new InvalidContentException([new ContentProblem(path, $"That term is no longer there.")]);

    /// <summary>The list below a parent; the top for null.</summary>
    public JsonArray ListBelow(JsonObject? parent) => parent is null ? Roots : Below(parent, "Terms");

    public static string? Text(JsonNode? node, string member) => node?[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static string? PathOf(JsonObject term) => Text(term["AutoroutePart"], "Path")?.Trim('/') is { Length: > 0 } path ? path : null;

    private static IEnumerable<TermPlace> Walk(JsonArray? list, JsonObject? parent)
    {
        foreach (var term in (list ?? []).OfType<JsonObject>().ToList())
        {
            yield return new TermPlace(term, list!, parent);
            foreach (var child in Walk(ChildrenOf(term), term)) yield return child;
        }
    }

    private static JsonArray? ChildrenOf(JsonObject term) => term["Terms"] as JsonArray;

    private static JsonArray Below(JsonObject parent, string name = "Terms")
    {
        if (parent[name] is JsonArray list) return list;
        list = [];
        parent[name] = list;
        return list;
    }
}
