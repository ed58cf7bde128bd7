using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>Asks for the right to enter a screen before anything of the request is read.</summary>
internal sealed class AdminGate(string? permission) : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var caller = context.HttpContext.GetCaller();
        var access = context.HttpContext.RequestServices.GetRequiredService<Access>();
        if (caller.UserId is null) context.Result = new ChallengeResult();
        else if (!access.Allows(caller, Permissions.AccessAdminPanel) || (permission is not null && !access.Allows(caller, permission))) context.Result = new ForbidResult();
    }
}
