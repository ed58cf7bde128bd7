using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Liquid;

namespace CityKnowledge.Cms.Web.Preview;

/// <summary>Shows saved drafts and former versions: to editors by their rights, to others by a link they were given.</summary>
internal static class PreviewEndpoints
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void MapPreview(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/Contents/ContentItems/{contentItemId}/Preview", Reading, ShowLatestAsync);
        routes.MapMethods("/Contents/ContentItems/{contentItemId}/Version/{contentItemVersionId}/Preview", Reading, ShowVersionAsync);
        routes.MapMethods("/Drafts/{token}", Reading, ShowSharedAsync);
    }

    private static async Task ShowLatestAsync(HttpContext http, string contentItemId, DraftReader drafts, DraftPages pages) =>
        await ShowAsync(http, await drafts.FindLatestAsync(http.GetCaller(), contentItemId), pages, new DraftView(Notice: true, Stays: true));

    private static async Task ShowVersionAsync(HttpContext http, string contentItemId, string contentItemVersionId, DraftReader drafts, DraftPages pages) =>
        await ShowAsync(http, await drafts.FindVersionAsync(http.GetCaller(), contentItemId, contentItemVersionId), pages, new DraftView(Notice: true, Stays: true));

    private static async Task ShowSharedAsync(HttpContext http, string token, DraftLinks links, DraftPages pages) =>
        await ShowAsync(http, await links.FindItemAsync(token), pages, new DraftView(Notice: true, Stays: false));

    // One answer for what does not exist and what is not yours: which drafts there are is nobody's business.
    private static Task ShowAsync(HttpContext http, ContentItem? item, DraftPages pages, DraftView view)
    {
        http.Response.OnStarting(static headers => { DraftPages.Hide((IHeaderDictionary)headers); return Task.CompletedTask; }, http.Response.Headers);
        if (item is not null) return pages.WriteAsync(http, item, view);
        http.ActAsVisitor();
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
