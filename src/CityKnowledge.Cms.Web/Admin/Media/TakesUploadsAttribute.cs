using CityKnowledge.Cms.Content.Media;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>Lets a screen take files, up to the limits of the library. It runs after the right was checked and before anything is read.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TakesUploadsAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    private const int BeforeTheToken = 900;

    public int Order => BeforeTheToken;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!Open(context.HttpContext)) context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>Sets the limits for reading the form; false when the request says that it is larger.</summary>
    public static bool Open(HttpContext http)
    {
        var limits = http.RequestServices.GetRequiredService<MediaLimits>();
        if (http.Request.ContentLength > limits.RequestSize) return false;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limits.RequestSize;
        // What was read already, for the token of a small form, cannot be read again.
        if (http.Features.Get<IFormFeature>()?.Form is null) http.Features.Set<IFormFeature>(new FormFeature(http.Request, new FormOptions { MultipartBodyLengthLimit = limits.RequestSize }));
        return true;
    }
}
