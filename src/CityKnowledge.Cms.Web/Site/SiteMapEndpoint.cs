using System.Net;
using System.Text;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>Tells search engines what there is: <c>/robots.txt</c> and <c>/sitemap.xml</c>.</summary>
internal static class SiteMapEndpoint
{
    private const int PageSize = 500;
    private const int Most = 50_000;

    public static void MapSiteMap(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/robots.txt", ["GET", "HEAD"], ShowRobotsAsync);
        routes.MapMethods("/sitemap.xml", ["GET", "HEAD"], ShowMapAsync);
    }

    private static async Task<IResult> ShowRobotsAsync(HttpContext http, CurrentSite site) =>
        Results.Text($"User-agent: *\nDisallow: /Admin\nDisallow: /Login\nDisallow: /api/\nDisallow: /search\nSitemap: {Origin(http, await site.GetAsync())}/sitemap.xml\n");

    // Written page by page as it is read: a site with many items needs no more memory than one with few.
    private static async Task ShowMapAsync(HttpContext http, CurrentSite site, ContentQueries queries, TypeCatalogue types, Access access)
    {
        http.Response.ContentType = "application/xml; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        if (HttpMethods.IsHead(http.Request.Method)) return;
        var settings = await site.GetAsync();
        var visible = types.Current.Types
            .Where(type => type.FindPartOf("AutoroutePart") is not null && access.AllowsType(Caller.Visitor, Permissions.ViewContent, type.Name))
            .Select(type => type.Name).ToArray();
        await http.Response.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
        if (visible.Length > 0) await WriteItemsAsync(http, queries, visible, Origin(http, settings), settings.HomeItemId);
        await http.Response.WriteAsync("</urlset>\n");
    }

    private static async Task WriteItemsAsync(HttpContext http, ContentQueries queries, string[] types, string origin, string? homeId)
    {
        var query = new ContentQuery { Types = types, OrderBy = [SortBy.By(ItemColumn.CreatedUtc, descending: true)], Take = PageSize };
        for (var skip = 0; skip < Most; skip += PageSize)
        {
            var items = await queries.ListAsync(query with { Skip = skip }, http.RequestAborted);
            var text = new StringBuilder();
            foreach (var item in items) Append(text, item, origin, homeId);
            await http.Response.WriteAsync(text.ToString(), http.RequestAborted);
            if (items.Count < PageSize) return;
        }
    }

    private static void Append(StringBuilder text, ContentItem item, string origin, string? homeId)
    {
        var route = item.Part("AutoroutePart");
        if (route.Get("Disabled").AsFlag() == true || route.Get("Path").AsText() is not { Length: > 0 } path) return;
        var address = item.ContentItemId == homeId ? "/" : new PathString("/" + path.TrimStart('/')).ToUriComponent();
        text.Append("<url><loc>").Append(WebUtility.HtmlEncode(origin + address)).Append("</loc>");
        if (item.ModifiedUtc is { } modified) text.Append("<lastmod>").Append(modified.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)).Append("</lastmod>");
        text.Append("</url>\n");
    }

    private static string Origin(HttpContext http, SiteDocument site) =>
        site.BaseUrl is { Length: > 0 } address ? address : $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}";
}
