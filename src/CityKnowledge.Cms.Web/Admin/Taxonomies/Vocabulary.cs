using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Taxonomies;

namespace CityKnowledge.Cms.Web.Admin.Taxonomies;

/// <summary>A taxonomy as its screens show it: the newest version, draft or not.</summary>
internal sealed record Vocabulary(Taxonomy Tree)
{
    public string Id => Tree.Item.ContentItemId;
    public string Title => Tree.Item.DisplayText ?? Id;
    public long Stamp => Tree.Item.Stamp;
    public bool IsDraft => !Tree.Item.Published;
    public string TermType => Tree.Item.Part("TaxonomyPart").Get("TermContentType").AsText() ?? "";
    public string Address => $"/Admin/Taxonomies/Tree/{Id}";

    public string AddressOf(Term term) => $"{Address}#term-{term.Id}";

    /// <summary>Null when there is no such item, or it is no taxonomy.</summary>
    public static async Task<Vocabulary?> FindAsync(ContentReader reader, string id) =>
        await reader.FindLatestAsync(id) is { } item && item.Part("TaxonomyPart").ValueKind == System.Text.Json.JsonValueKind.Object
            ? new Vocabulary(new Taxonomy(item))
            : null;

    /// <summary>The code of a term, or null.</summary>
    public static string? CodeOf(Term term) => term.Item.Field(term.Item.ContentType, "Code").Get("Text").AsText() is { Length: > 0 } code ? code : null;
}
