using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CityKnowledge.Cms.Web.Http;

/// <summary>Refuses what is sent to a page that has no method for it. Left to itself a page is shown, as if something had been done.</summary>
internal sealed class HandledVerbs : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var verb = context.HttpContext.Request.Method;
        if (context.HandlerMethod is not null || HttpMethods.IsGet(verb) || HttpMethods.IsHead(verb)) return;
        context.HttpContext.Response.Headers.Allow = "GET, HEAD";
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}
