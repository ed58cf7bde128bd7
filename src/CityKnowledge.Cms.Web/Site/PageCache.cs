using System.Collections.Concurrent;
using BitFaster.Caching.Lru;
using CityKnowledge.Cms.Web.Liquid;
using CityKnowledge.Cms.Web.Liquid.Caching;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>
/// Keeps the pages that visitors see. All of them are dropped with the next public change; each is made once, however
/// many ask for it at the same moment.
/// </summary>
internal sealed class PageCache(ContentClock clock, SiteSettings settings)
{
    private const int PagesKept = 2_000;
    private const int LongestQuery = 200;
    private readonly ConcurrentLru<PageKey, CachedPage> pages = new(PagesKept);
    private readonly ConcurrentDictionary<PageKey, Task<CachedPage?>> making = new();

    /// <summary>Answers with a kept page when there is one for this visitor; else lets the request go on.</summary>
    public Task AnswerAsync(HttpContext http, RequestDelegate next) =>
        settings.OutputCache && IsPlainVisit(http.Request) && pages.TryGet(PageKey.Of(http.Request), out var page) && clock.IsFresh(page.Freshness)
            ? WriteAsync(http, page)
            : next(http);

    /// <summary>Whether an answer to this request may be kept for others.</summary>
    public bool Takes(HttpRequest request) => settings.OutputCache && IsPlainVisit(request) && (request.QueryString.Value?.Length ?? 0) <= LongestQuery;

    /// <summary>The page for this address, made by <paramref name="make"/> unless someone is making it already; null when it may not be kept.</summary>
    public async Task<CachedPage?> GetOrMakeAsync(PageKey key, Func<Task<CachedPage?>> make)
    {
        if (pages.TryGet(key, out var known) && clock.IsFresh(known.Freshness)) return known;
        var mine = new TaskCompletionSource<CachedPage?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = making.GetOrAdd(key, mine.Task);
        if (task != mine.Task) return await task;
        CachedPage? made = null;
        try
        {
            made = await make();
            if (made is not null) pages.AddOrUpdate(key, made);
            return made;
        }
        finally
        {
            // Those who wait make the page themselves when this one failed or may not be shared.
            making.TryRemove(key, out _);
            mine.SetResult(made);
        }
    }

    public static async Task WriteAsync(HttpContext http, CachedPage page)
    {
        var response = http.Response;
        PageResponse.SetHeaders(response, page.Policy);
        response.Headers.ETag = page.ETag;
        if (PageResponse.IsKnown(http.Request, page.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var bytes = page.Body.ChooseFor(http);
        if (!HttpMethods.IsHead(http.Request.Method)) await response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
    }

    // Whoever sends a cookie or a token may be someone whose pages differ.
    private static bool IsPlainVisit(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Cookie.Count == 0 && request.Headers.Authorization.Count == 0;
}
