using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Liquid.Shapes;

namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>How the page of a draft is shown.</summary>
/// <param name="Notice">Whether the page says that it is a draft.</param>
/// <param name="Stays">Whether links in it open elsewhere, so that the page itself stays.</param>
internal sealed record DraftView(bool Notice, bool Stays);

/// <summary>
/// Shows what is not public as the page that visitors would see of it. Whoever looks sees it with a visitor's rights;
/// nothing of it is kept, and nothing in it runs.
/// </summary>
internal sealed class DraftPages(ThemeRenderer theme, ShapeRenderer shapes)
{
    /// <exception cref="TemplateException">A template is broken, or failed; nothing was written.</exception>
    public async Task WriteAsync(HttpContext http, ContentItem item, DraftView view)
    {
        http.ActAsVisitor();
        var page = await theme.BeginAsync(http);
        page.BecomeDraft();
        using var html = await AtItsAddressAsync(page, item, () => MakeAsync(page, item, view));
        SetHeaders(http.Response);
        http.Response.ContentLength = html.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.BodyWriter.WriteAsync(html.WrittenMemory, http.RequestAborted);
    }

    /// <summary>For every answer about a draft, those that refuse it too.</summary>
    public static void SetHeaders(HttpResponse response)
    {
        PageResponse.SetHeaders(response, PagePolicy.ForDrafts);
        Hide(response.Headers);
    }

    /// <summary>Keeps the answer from caches, search engines and other sites.</summary>
    public static void Hide(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }

    private async ValueTask<Utf8Writer> MakeAsync(Page page, ContentItem item, DraftView view)
    {
        page.Head.SetMeta(new PageMeta("robots", "noindex, nofollow", """<meta name="robots" content="noindex, nofollow">"""));
        if (view.Stays) page.Head.AddLink("""<base target="_blank">""");
        if (view.Notice) page.Zones["Messages"] = [("0", await shapes.RenderAsync(new Shape("DraftNotice"), page))];
        return await theme.MakeAsync(page, Shape.Of(item));
    }

    // Templates look at the address to mark the place in the menu; the one asked for may hold a secret.
    private static async ValueTask<Utf8Writer> AtItsAddressAsync(Page page, ContentItem item, Func<ValueTask<Utf8Writer>> make)
    {
        var request = page.Http.Request;
        var asked = (request.Path, request.QueryString, request.Method);
        (request.Path, request.QueryString, request.Method) = (Addresses.Path(page, item), QueryString.Empty, HttpMethods.Get);
        try
        {
            return await make();
        }
        finally
        {
            (request.Path, request.QueryString, request.Method) = asked;
        }
    }
}
