using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Content.Taxonomies;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>What lies at a public address.</summary>
/// <param name="Item">The item whose page it is; a term or other contained item when one is meant.</param>
/// <param name="Owner">The published item that holds it, by which rights are judged; the item itself when it stands alone.</param>
/// <param name="RedirectTo">The present address when the one asked for is a former one; else null.</param>
internal sealed record FoundItem(ContentItem Item, ContentItem Owner, string? RedirectTo);

/// <summary>Finds the published item that a public address means.</summary>
internal sealed class ItemFinder(ContentReader reader, TaxonomyReader taxonomies, CurrentSite site)
{
    private const int LongestPath = 1024;

    /// <summary>Null when nothing is published there.</summary>
    /// <param name="path">Without slashes around it; empty for the root.</param>
    public async ValueTask<FoundItem?> FindAsync(string path)
    {
        if (path.Length == 0) return (await site.GetAsync()).HomeItemId is { } home ? await FindByIdAsync(home) : null;
        if (path.Length > LongestPath || path.Any(char.IsControl)) return null;
        if (await reader.FindPathAsync(path) is not { } target) return null;
        if (await reader.FindPublishedAsync(target.ContentItemId) is not { } owner) return null;
        var item = target.ContainedId.Length == 0 ? owner : FindInside(owner, target.ContainedId);
        return item is null ? null : new FoundItem(item, owner, target.RedirectTo);
    }

    public async ValueTask<FoundItem?> FindByIdAsync(string contentItemId) =>
        await reader.FindPublishedAsync(contentItemId) is { } item ? new FoundItem(item, item, null) : null;

    private ContentItem? FindInside(ContentItem owner, string containedId)
    {
        if (taxonomies.TreeOf(owner).Find(containedId) is { } term) return term.Item;
        return Search(owner.Content, containedId) is { ValueKind: JsonValueKind.Object } json ? ContentItem.FromContained(json) : null;
    }

    private static JsonElement Search(JsonElement json, string id)
    {
        var children = json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().Select(member => member.Value),
            JsonValueKind.Array => json.EnumerateArray(),
            _ => Enumerable.Empty<JsonElement>(),
        };
        foreach (var child in children)
        {
            if (child.Get("ContentItemId").AsText() == id) return child;
            if (Search(child, id) is { ValueKind: JsonValueKind.Object } found) return found;
        }

        return default;
    }
}
