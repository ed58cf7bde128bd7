using System.Globalization;
using System.Net;
using System.Text;
using CityKnowledge.Cms.Web.Liquid;
using CityKnowledge.Cms.Web.Liquid.Shapes;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>Shows errors to people: in the theme to visitors, with file and line of a broken template to developers.</summary>
internal sealed class ErrorPages(ThemeRenderer theme, IHostEnvironment environment, ILogger<ErrorPages> log)
{
    /// <summary>Lets the request go on, and shows a page when it ends without answer.</summary>
    public async Task ShowAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception trouble) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            await ShowTroubleAsync(http, trouble);
            return;
        }

        if (LacksBody(http)) await WriteAsync(http, http.Response.StatusCode);
    }

    /// <summary>The page for a status, from the templates HttpError__NotFound, HttpError__404 or HttpError.</summary>
    public async Task WriteAsync(HttpContext http, int status)
    {
        if (status is < 400 or > 599) status = StatusCodes.Status404NotFound;
        try
        {
            await WriteInThemeAsync(http, status);
        }
        catch (TemplateException trouble)
        {
            log.LogError(trouble, "The page for status {Status} cannot be shown. {Reason}", status, trouble.Message);
            await WritePlainAsync(http, status, Plain(status));
        }
    }

    private async Task WriteInThemeAsync(HttpContext http, int status)
    {
        var code = status.ToString(CultureInfo.InvariantCulture);
        var page = await theme.BeginAsync(http);
        var shape = Shape.From(new ThemeShape("HttpError", new Dictionary<string, object?> { ["Code"] = status, ["StatusCode"] = status, ["ErrorCode"] = status }));
        shape.Alternates.AddRange(["HttpError__" + code, "HttpError__" + (HttpStatusCode)status]);
        using var html = await theme.MakeAsync(page, shape);
        await PageResponse.WriteAsync(http, page, html, status);
    }

    private async Task ShowTroubleAsync(HttpContext http, Exception trouble)
    {
        if (trouble is BadHttpRequestException bad)
        {
            http.Response.StatusCode = bad.StatusCode;
            return;
        }

        log.LogError(trouble, "{Method} {Path} failed. {Reason}", http.Request.Method, http.Request.Path, trouble.Message);
        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
        if (!IsForPeople(http.Request)) return;
        if (environment.IsDevelopment()) await WritePlainAsync(http, StatusCodes.Status500InternalServerError, ForDevelopers(trouble));
        else await WriteAsync(http, StatusCodes.Status500InternalServerError);
    }

    private static bool LacksBody(HttpContext http) =>
        http.Response is { StatusCode: >= 400 and < 600, HasStarted: false, ContentLength: null, ContentType: null } && IsForPeople(http.Request);

    private static bool IsForPeople(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && !request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase);

    private static async Task WritePlainAsync(HttpContext http, int status, string html)
    {
        http.Response.StatusCode = status;
        PageResponse.SetHeaders(http.Response, new PagePolicy().ToString());
        var bytes = Encoding.UTF8.GetBytes(html);
        http.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(http.Request.Method)) await http.Response.BodyWriter.WriteAsync(bytes);
    }

    private static string Plain(int status) => Document(
        status == StatusCodes.Status404NotFound ? "This page does not exist" : "This page cannot be shown",
        status == StatusCodes.Status404NotFound ? "The address may be mistyped." : "Something went wrong on our side, and it has been noted.");

    private static string ForDevelopers(Exception trouble) => trouble is TemplateException template
        ? Document("A template is broken", $"<strong>{WebUtility.HtmlEncode(template.Message)}</strong>")
        : Document(WebUtility.HtmlEncode(trouble.Message), $"<pre>{WebUtility.HtmlEncode(trouble.ToString())}</pre>");

    private static string Document(string title, string text) =>
        $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>";
}
