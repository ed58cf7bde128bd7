using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace CityKnowledge.Cms.Web.Setup;

/// <summary>Answers in place of the site until it is set up: a page that shows how far the set-up is, and 503 to programs.</summary>
internal static class SetupGate
{
    public static void UseSetupGate(this IApplicationBuilder app)
    {
        var state = app.ApplicationServices.GetRequiredService<SetupState>();
        // Before the gate: a host that saw no life during a long set-up would end it half-way.
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.Use((context, next) => state.IsReady ? next(context) : AnswerAsync(context, state));
    }

    private static async Task AnswerAsync(HttpContext context, SetupState state)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.CacheControl = "no-store";
        if (state.Failure is null) response.Headers.RetryAfter = "2";
        if (!HttpMethods.IsGet(context.Request.Method)) return;
        response.ContentType = "text/html; charset=utf-8";
        await response.WriteAsync(Page(state), Encoding.UTF8);
    }

    private static string Page(SetupState state) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        {{(state.Failure is null ? "<meta http-equiv=\"refresh\" content=\"1\">" : "")}}
        <title>{{(state.Failure is null ? "Setting up" : "Set-up failed")}}</title>
        <style>
        body { font: 1.125rem/1.6 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-content: center; background: #f4f6f8; color: #1b2733; }
        main { max-width: 34rem; padding: 2rem; overflow-wrap: anywhere; }
        progress { width: 100%; height: 1rem; }
        @media (prefers-color-scheme: dark) { body { background: #131a21; color: #e6ebf0; } }
        </style>
        </head>
        <body><main>{{(state.Failure is null ? Working(state) : Failed(state.Failure))}}</main></body>
        </html>
        """;

    private static string Working(SetupState state) => state.Progress is not { } now
        ? "<h1>Setting up</h1><p role=\"status\">The site is being made ready.</p><progress aria-label=\"Progress\"></progress>"
        : string.Create(CultureInfo.InvariantCulture, $"""
            <h1>Setting up</h1>
            <p role="status">{WebUtility.HtmlEncode(now.File)}: step {now.Step} of {now.Steps} ({WebUtility.HtmlEncode(now.StepName)}), {now.Items} items so far.</p>
            <progress aria-label="Progress" max="{now.Steps}" value="{now.Step - 1}"></progress>
            """);

    private static string Failed(string reason) =>
        $"<h1>The AutoSetup failed installing the site.</h1><p role=\"alert\">{WebUtility.HtmlEncode(reason)}</p><p>Nothing was written. Correct it and start the site again.</p>";
}
