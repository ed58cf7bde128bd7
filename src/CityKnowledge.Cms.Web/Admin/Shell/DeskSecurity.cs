using System.Security.Cryptography;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>What browsers may do with the pages of the administration and of accounts.</summary>
internal static class DeskSecurity
{
    private static readonly object Key = new();

    /// <summary>The number that a script or style element of this answer must carry to be run.</summary>
    public static string GetNonce(this HttpContext context)
    {
        if (context.Items.TryGetValue(Key, out var known)) return (string)known!;
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[Key] = nonce;
        return nonce;
    }

    /// <summary>Whether the answer is one for people at work: a page of the administration or of an account.</summary>
    public static bool IsDesk(this HttpContext context) =>
        context.Request.Path.StartsWithSegments("/Admin", StringComparison.OrdinalIgnoreCase)
        || context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    public static async Task ProtectAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.IsDesk())
        {
            await next(context);
            return;
        }

        context.Response.OnStarting(() => SetHeaders(context));
        if (FindRefusal(context) is { } status) context.Response.StatusCode = status;
        else if (!await IsWantedAsync(context)) context.Response.StatusCode = StatusCodes.Status400BadRequest;
        else await next(context);
    }

    // The token may stand in the form: nothing large is read before it is known whether the sender may send it.
    private static int? FindRefusal(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata is not { } known || known.GetMetadata<PageActionDescriptor>() is not null) return null;
        var caller = context.GetCaller();
        if (caller.UserId is not null && known.GetMetadata<AdminPageAttribute>()?.Permission is { } permission
            && !context.RequestServices.GetRequiredService<Access>().Allows(caller, permission)) return StatusCodes.Status403Forbidden;
        return context.Request.ContentLength > known.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ? StatusCodes.Status413PayloadTooLarge : null;
    }

    // Pages check their token themselves and explain a wrong one; this is for every other address.
    private static async Task<bool> IsWantedAsync(HttpContext context)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method)) return true;
        if (context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null) return true;
        if (context.GetCaller().UserId is null) return true;
        try
        {
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            // A form that broke off, or is none, brings no token.
            return false;
        }
    }

    private static Task SetHeaders(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "SAMEORIGIN";
        if (headers["Referrer-Policy"].Count == 0) headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Policy(context.GetNonce());
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    private static string Policy(string nonce) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "media-src 'self' blob:; connect-src 'self'; worker-src 'self' blob:; frame-src 'self'; manifest-src 'self'; "
        + "form-action 'self'; frame-ancestors 'self'; base-uri 'none'; object-src 'none'";
}
