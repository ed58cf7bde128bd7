using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Settings;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Liquid;
using CityKnowledge.Cms.Web.Search.Documents;
using CityKnowledge.Cms.Web.Search.Indexes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace CityKnowledge.Cms.Web.Search.Pages;

/// <summary>The search page for visitors: <c>/search?Terms=…&amp;type=…&amp;goal=…&amp;country=…&amp;page=…</c>.</summary>
internal static class SearchPage
{
    public static void MapSearchPage(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/search/{index?}", ShowAsync);

    private static async Task ShowAsync(
        string? index, HttpContext context, CurrentSite site, PageModel page, [FromServices] Access access, [FromServices] ThemeRenderer theme)
    {
        var settings = await site.GetAsync(context.RequestAborted);
        var found = page.FindIndex(index ?? settings.Group("LuceneSettings").Get("SearchIndex").AsText(), isNamed: index is not null);
        if (!IsAllowed(context.GetCaller(), found?.Name ?? index, access))
        {
            if (context.GetCaller().UserId is null) await context.ChallengeAsync();
            else context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await theme.RenderPageAsync(context, "Search__List", await page.MakeAsync(context, found, settings));
    }

    private static bool IsAllowed(Caller caller, string? index, Access access) =>
        access.Allows(caller, Permissions.QuerySearchIndex)
        || (index is not null && (access.Allows(caller, $"QueryLucene{index}Index") || access.Allows(caller, $"QueryIndex_{index}")));
}
