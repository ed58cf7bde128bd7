using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>Gives a form that stayed open over a new sign-in the proof it needs to go on.</summary>
internal static class FormToken
{
    public static IResult Give(HttpContext http, IAntiforgery forgery, Access access)
    {
        var caller = http.GetCaller();
        if (caller.UserId is null) return Results.Json(new { state = "signedOut" }, statusCode: StatusCodes.Status401Unauthorized);
        if (!access.Allows(caller, Permissions.AccessAdminPanel)) return Results.Json(new { state = "forbidden" }, statusCode: StatusCodes.Status403Forbidden);
        var tokens = forgery.GetAndStoreTokens(http);
        return Results.Json(new { user = caller.UserId, name = tokens.FormFieldName, token = tokens.RequestToken });
    }
}
