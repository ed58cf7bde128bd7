using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Http;
using CityKnowledge.Cms.Web.Liquid;
using CityKnowledge.Cms.Web.Liquid.Caching;
using CityKnowledge.Cms.Web.Liquid.Shapes;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>Shows the page of an item, from memory when that is allowed.</summary>
internal sealed class ItemPages(ThemeRenderer theme, PageCache cache, ContentClock clock)
{
    public async Task WriteAsync(HttpContext http, ContentItem item)
    {
        if (cache.Takes(http.Request))
        {
            var kept = await cache.GetOrMakeAsync(PageKey.Of(http.Request), () => MakeAsync(http, item));
            if (kept is not null)
            {
                await PageCache.WriteAsync(http, kept);
                return;
            }
        }

        var page = await theme.BeginAsync(http);
        using var html = await theme.MakeAsync(page, Shape.Of(item));
        await PageResponse.WriteAsync(http, page, html, StatusCodes.Status200OK);
    }

    private async Task<CachedPage?> MakeAsync(HttpContext http, ContentItem item)
    {
        var begun = clock.Version;
        var page = await theme.BeginAsync(http);
        using var html = await theme.MakeAsync(page, Shape.Of(item));
        if (!page.MayBeShared) return null;
        return new CachedPage(new PackedBody(html.Written.ToArray()), PageResponse.TagOf(html.Written), page.Policy.ToString(), clock.Judge(begun, page.AskedQueries));
    }
}
