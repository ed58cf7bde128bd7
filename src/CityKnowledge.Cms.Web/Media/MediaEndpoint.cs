using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace CityKnowledge.Cms.Web.Media;

/// <summary>Gives files of the media library to visitors, pictures in the size that is asked for.</summary>
internal static class MediaEndpoint
{
    // What not everybody may see no proxy keeps, and the browser asks again: the person may have signed out.
    private const string AskEachTime = "private, no-cache";
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void MapMedia(this IEndpointRouteBuilder routes) => routes.MapMethods("/media/{**path}", ["GET", "HEAD"], ShowAsync);

    private static async Task<IResult> ShowAsync(string path, HttpContext context, MediaFolder media, MediaNotes notes, PictureRequest requests, Access access)
    {
        var isOpen = access.Allows(Caller.Visitor, Permissions.ViewMediaContent);
        if (!isOpen && !access.Allows(context.GetCaller(), Permissions.ViewMediaContent)) return Results.NotFound();
        if (media.Resolve(path) is not { } full || !media.Allows(full)) return Results.NotFound();
        var file = new FileInfo(full);
        if (!file.Exists)
        {
            return await notes.FindMovedAsync(path) is { } moved
                ? Results.Redirect(AddressOf(moved) + context.Request.QueryString, permanent: false)
                : Results.NotFound();
        }

        Protect(context.Response.Headers, isOpen ? requests.CacheControl : AskEachTime);
        var shown = await requests.FindAsync(file, path, context.Request.Query) ?? file;
        var entity = new EntityTagHeaderValue($"\"{shown.LastWriteTimeUtc.Ticks:x}-{shown.Length:x}\"");
        return Results.File(shown.FullName, TypeOf(shown.Name), lastModified: new DateTimeOffset(shown.LastWriteTimeUtc, TimeSpan.Zero), entityTag: entity, enableRangeProcessing: true);
    }

    /// <summary>The address of a file, without the site's prefix.</summary>
    public static string AddressOf(string path) => "/media" + new PathString("/" + path.TrimStart('/')).ToUriComponent();

    // Whatever slipped in is shown as what its name says, and as a page of its own it can neither act nor reach the site.
    private static void Protect(IHeaderDictionary headers, string cacheControl)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
        headers.CacheControl = cacheControl;
    }

    private static string TypeOf(string name) => ContentTypes.TryGetContentType(name, out var type) ? type : "application/octet-stream";
}
