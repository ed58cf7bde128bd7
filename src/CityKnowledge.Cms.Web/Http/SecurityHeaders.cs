namespace CityKnowledge.Cms.Web.Http;

/// <summary>
/// Gives every answer the headers that limit what browsers do with it, unless its door has said stricter or wider ones.
/// </summary>
internal static class SecurityHeaders
{
    // For answers that are no pages: data, style sheets, pictures, the page shown during set-up.
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'self'; frame-ancestors 'self'; base-uri 'none'";

    private const string PermissionsPolicy = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>Comes first of all, so that no answer goes past it.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        // Headers set now would be lost when an error clears the answer.
        http.Response.OnStarting(Complete, http.Response);
        return next(http);
    });

    private static Task Complete(object answer)
    {
        var headers = ((HttpResponse)answer).Headers;
        headers.XContentTypeOptions = "nosniff";
        if (headers.XFrameOptions.Count == 0) headers.XFrameOptions = "SAMEORIGIN";
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = ContentSecurityPolicy;
        if (headers["Referrer-Policy"].Count == 0) headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        if (headers["Permissions-Policy"].Count == 0) headers["Permissions-Policy"] = PermissionsPolicy;
        return Task.CompletedTask;
    }
}
