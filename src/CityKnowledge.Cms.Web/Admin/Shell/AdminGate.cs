using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>Asks for the right to enter a screen before anything of the request is read.</summary>
internal sealed class AdminGate(AdminPageAttribute? screen) : IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var caller = context.HttpContext.GetCaller();
        var rights = context.HttpContext.RequestServices.GetRequiredService<ScreenRights>();
        if (caller.UserId is null) context.Result = new ChallengeResult();
        else if (!rights.MayEnter(caller, screen)) context.Result = new ForbidResult();
    }
}
