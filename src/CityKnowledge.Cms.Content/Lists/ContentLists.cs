using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>An item in a list for editors.</summary>
/// <param name="Item">The latest version.</param>
/// <param name="IsPublic">Whether this or an earlier version is public.</param>
public sealed record ListedItem(ContentItem Item, bool IsPublic);

/// <summary>A page of a list for editors.</summary>
/// <param name="Next">Pass it to get the page after this one; null on the last page.</param>
/// <param name="Ignored">Words of the request that name nothing here.</param>
public sealed record ListedPage(IReadOnlyList<ListedItem> Items, string? Next, IReadOnlyList<string> Ignored);

/// <summary>Lists items for editors, within their rights, at the same speed on every page.</summary>
public sealed class ContentLists(ContentPages pages, ContentReader reader, ListFilters filters)
{
    /// <param name="after">The <see cref="ListedPage.Next"/> of the page before; null or unreadable for the first page.</param>
    public async Task<ListedPage> ListAsync(Caller caller, ListRequest request, int take, string? after = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<string> ignored = [.. request.Unknown];
        var where = await filters.TranslateAsync(caller, request, ignored, cancel);
        var page = await pages.ListAsync(new ContentQuery { Status = ContentStatus.Latest, Where = where, Take = take }, request.Order, after, cancel);
        var behindDrafts = await reader.ListPublicIdsAsync([.. page.Items.Where(item => !item.Published).Select(item => item.ContentItemId)]);
        return new ListedPage([.. page.Items.Select(item => new ListedItem(item, item.Published || behindDrafts.Contains(item.ContentItemId)))], page.Next, ignored);
    }
}
