using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CityKnowledge.Cms.Web.Accounts.Throttling;

/// <summary>How many account forms one address has sent lately.</summary>
internal sealed class PostCounts(AccountSettings settings, TimeProvider clock)
{
    private readonly Tallies tallies = new(50_000, clock);

    public bool Allows(HttpContext context) => tallies.Add(ClientAddress.Of(context), TimeSpan.FromMinutes(1)) <= settings.PostsPerMinute;
}

/// <summary>Refuses account forms from an address that sends them too fast, before anything of them is read.</summary>
internal sealed class PostLimit : IResourceFilter
{
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) return;
        if (http.RequestServices.GetRequiredService<PostCounts>().Allows(http)) return;
        http.Response.Headers.RetryAfter = "60";
        context.Result = new ViewResult { ViewName = "/Accounts/Pages/TooFast.cshtml", StatusCode = StatusCodes.Status429TooManyRequests };
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
