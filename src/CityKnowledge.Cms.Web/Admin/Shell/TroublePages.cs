using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>What a person reads when a request is refused.</summary>
internal enum Trouble
{
    Forbidden,
    NotFound,
    /// <summary>The form was made for another session, or too long ago.</summary>
    StaleForm,
    /// <summary>Someone else changed the thing meanwhile.</summary>
    Overtaken,
    /// <summary>Something was sent after the session had ended.</summary>
    SignedOut,
    /// <summary>More was sent than is read.</summary>
    TooLarge,
    /// <summary>What was sent is no form, or broke off.</summary>
    Unreadable,
}

/// <summary>Turns bare refusals of pages into pages that say what happened and what to do.</summary>
internal sealed class TroublePages(IModelMetadataProvider metadata) : IAlwaysRunResultFilter, IExceptionFilter
{
    public void OnException(ExceptionContext context)
    {
        var trouble = context.Exception switch
        {
            ForbiddenException => Trouble.Forbidden,
            StaleVersionException => Trouble.Overtaken,
            _ => (Trouble?)null,
        };
        if (trouble is null) return;
        context.Result = Page(trouble.Value);
        context.ExceptionHandled = true;
    }

    public void OnResultExecuting(ResultExecutingContext context)
    {
        var trouble = context.Result switch
        {
            // Nothing could be read, so there was no proof to look at either.
            IAntiforgeryValidationFailedResult when context.HttpContext is { Request.HasFormContentType: true } http && http.Features.Get<IFormFeature>()?.Form is null => Trouble.Unreadable,
            IAntiforgeryValidationFailedResult => Trouble.StaleForm,
            ChallengeResult when context.HttpContext.Request is { HasFormContentType: true } request && HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/Admin", StringComparison.OrdinalIgnoreCase) => Trouble.SignedOut,
            ForbidResult => Trouble.Forbidden,
            NotFoundResult => Trouble.NotFound,
            StatusCodeResult { StatusCode: StatusCodes.Status413PayloadTooLarge } => Trouble.TooLarge,
            _ => (Trouble?)null,
        };
        if (trouble is not null) context.Result = Page(trouble.Value);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }

    private ViewResult Page(Trouble trouble) => new()
    {
        ViewName = "/Admin/Shell/Trouble.cshtml",
        ViewData = new ViewDataDictionary<Trouble>(metadata, new()) { Model = trouble },
        StatusCode = trouble switch
        {
            Trouble.SignedOut => StatusCodes.Status401Unauthorized,
            Trouble.Forbidden => StatusCodes.Status403Forbidden,
            Trouble.NotFound => StatusCodes.Status404NotFound,
            Trouble.Overtaken => StatusCodes.Status409Conflict,
            Trouble.TooLarge => StatusCodes.Status413PayloadTooLarge,
            _ => StatusCodes.Status400BadRequest,
        },
    };
}
