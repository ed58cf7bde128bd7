using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Liquid.Themes;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>Answers every address that no other door wants: files of the theme, pages of items, former addresses.</summary>
internal static class PageEndpoint
{
    private const string ById = "Contents/ContentItems/";

    public static async Task ShowAsync(HttpContext http, ThemePreviews themes, ItemFinder finder, ItemPages pages, Access access)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var address = http.Request.Path.Value ?? "/";
        if ((await themes.GetAsync(http)).Assets.TryGetValue(address, out var asset)) await ThemeFiles.WriteAsync(http, asset);
        else if (await FindAsync(address.Trim('/'), finder) is not { } found || !access.AllowsItem(http.GetCaller(), Permissions.ViewContent, found.Owner)) http.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (found.RedirectTo is { } present) Redirect(http, present);
        else if (address.Length > 1 && address[^1] == '/') Redirect(http, address.Trim('/'));
        else await pages.WriteAsync(http, found.Item);
    }

    private static ValueTask<FoundItem?> FindAsync(string path, ItemFinder finder) =>
        path.StartsWith(ById, StringComparison.OrdinalIgnoreCase) ? finder.FindByIdAsync(path[ById.Length..]) : finder.FindAsync(path);

    private static void Redirect(HttpContext http, string path)
    {
        var request = http.Request;
        http.Response.Redirect(request.PathBase + new PathString("/" + path).ToUriComponent() + request.QueryString, permanent: true);
    }
}
