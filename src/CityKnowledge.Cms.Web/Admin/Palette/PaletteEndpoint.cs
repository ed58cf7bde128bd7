using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;

namespace CityKnowledge.Cms.Web.Admin.Palette;

/// <summary>Answers the command palette while someone types.</summary>
internal static class PaletteEndpoint
{
    public const string Address = "/Admin/Palette";
    private const int LongestText = 200;

    public static async Task<IResult> ShowAsync(HttpContext context, Access access, PaletteSearch search, string? q)
    {
        var caller = context.GetCaller();
        if (caller.UserId is null) return Results.StatusCode(StatusCodes.Status401Unauthorized);
        if (!access.Allows(caller, Permissions.AccessAdminPanel)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var text = (q ?? "").Trim();
        return Results.Json(await search.FindAsync(caller, text.Length > LongestText ? text[..LongestText] : text, context.RequestAborted));
    }
}
