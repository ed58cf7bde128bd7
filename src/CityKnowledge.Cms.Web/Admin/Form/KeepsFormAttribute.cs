using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>
/// Gives back what was sent to a page by someone whose session has ended: as a page with everything in it, to be sent again after
/// signing in. Nothing is kept on the server, so strangers cannot fill it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class KeepsFormAttribute : Attribute, IAsyncAlwaysRunResultFilter, IOrderedFilter
{
    // Before the filters that turn refusals into pages.
    public int Order => -100;

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        var isScript = context.HttpContext.RequestServices.GetRequiredService<FormReplies>().AreWanted(request);
        if (context.Result is ChallengeResult && isScript) context.Result = FormReplies.Of("signedOut", StatusCodes.Status401Unauthorized);
        else if (context.Result is ForbidResult && isScript) context.Result = FormReplies.Of("forbidden", StatusCodes.Status403Forbidden);
        else if (context.Result is ChallengeResult && HttpMethods.IsPost(request.Method) && request.HasFormContentType) context.Result = await KeepAsync(context);
        await next();
    }

    private static async Task<IActionResult> KeepAsync(ResultExecutingContext context)
    {
        var metadata = context.HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>();
        try
        {
            var form = await context.HttpContext.Request.ReadFormAsync();
            return new ViewResult
            {
                ViewName = "/Admin/Form/SignedOut.cshtml",
                ViewData = new ViewDataDictionary<IFormCollection>(metadata, new ModelStateDictionary()) { Model = form },
                StatusCode = StatusCodes.Status401Unauthorized,
            };
        }
        catch (Exception trouble) when (trouble is IOException or InvalidDataException)
        {
            return context.Result;
        }
    }
}
