using CityKnowledge.Cms.Web.Liquid;
using CityKnowledge.Cms.Web.Liquid.Themes;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>Sends the files of themes.</summary>
internal static class ThemeFiles
{
    public static async Task WriteAsync(HttpContext http, ThemeAsset asset)
    {
        var (request, headers) = (http.Request, http.Response.Headers);
        var tag = $"\"{asset.Version}\"";
        headers.ETag = tag;
        headers.XContentTypeOptions = "nosniff";
        // A versioned address never means another content, so browsers need not ask again.
        headers.CacheControl = request.Query["v"] == asset.Version ? "public, max-age=31536000, immutable" : "public, max-age=300";
        if (PageResponse.IsKnown(request, tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        headers.ContentType = asset.ContentType;
        if (asset.Body is { } body)
        {
            var bytes = body.ChooseFor(http);
            if (!HttpMethods.IsHead(request.Method)) await http.Response.BodyWriter.WriteAsync(bytes, http.RequestAborted);
            return;
        }

        await Results.File(asset.File, asset.ContentType, lastModified: asset.ModifiedUtc, enableRangeProcessing: true).ExecuteAsync(http);
    }
}
