using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using CityKnowledge.Cms.Web.Liquid.Shapes;

namespace CityKnowledge.Cms.Web.Liquid;

/// <summary>Writes finished pages as answers.</summary>
internal static class PageResponse
{
    public const string ContentType = "text/html; charset=utf-8";

    // Pages are asked for again each time, and answered with 304 when nothing changed.
    public const string CacheControl = "no-cache";

    /// <summary>Writes the page, or 304 when the visitor has it already.</summary>
    public static async ValueTask WriteAsync(HttpContext http, Page page, Utf8Writer html, int status)
    {
        http.Response.StatusCode = status;
        SetHeaders(http.Response, page.Policy.ToString());
        if (status == StatusCodes.Status200OK)
        {
            var tag = TagOf(html.Written);
            http.Response.Headers.ETag = tag;
            if (IsKnown(http.Request, tag))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        http.Response.ContentLength = html.Length;
        if (HttpMethods.IsHead(http.Request.Method)) return;
        await http.Response.BodyWriter.WriteAsync(html.WrittenMemory, http.RequestAborted);
    }

    /// <param name="policy">See <see cref="PagePolicy"/>.</param>
    public static void SetHeaders(HttpResponse response, string policy)
    {
        var headers = response.Headers;
        headers.ContentType = ContentType;
        headers.CacheControl = CacheControl;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = policy;
    }

    /// <summary>A mark of the content. It is weak: packing on the way may change the bytes.</summary>
    public static string TagOf(ReadOnlySpan<byte> content)
    {
        var (first, second) = (0u, uint.MaxValue);
        foreach (var eight in MemoryMarshal.Cast<byte, ulong>(content))
        {
            first = BitOperations.Crc32C(first, eight);
            second = BitOperations.Crc32C(second, BitOperations.RotateLeft(eight, 29) * 0x9E3779B97F4A7C15);
        }

        foreach (var one in content[(content.Length & ~7)..]) first = BitOperations.Crc32C(first, one);
        return string.Create(CultureInfo.InvariantCulture, $"W/\"{first:x8}{second:x8}{content.Length:x}\"");
    }

    /// <summary>Whether the visitor has content with that tag.</summary>
    public static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } known && known.Any(value => value is not null && value.Contains(tag, StringComparison.Ordinal));
}
