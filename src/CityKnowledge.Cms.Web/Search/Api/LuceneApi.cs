using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.Search.Indexes;
using CityKnowledge.Cms.Web.Search.Queries;

namespace CityKnowledge.Cms.Web.Search.Api;

/// <summary>Runs queries that a program sends: <c>/api/lucene/content</c> and <c>/api/lucene/documents</c>.</summary>
internal static class LuceneApi
{
    public static void MapLuceneApi(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/api/lucene/content", ["GET", "POST"], (HttpContext context, Runner runner) => RunAsync(context, runner, asItems: true));
        routes.MapMethods("/api/lucene/documents", ["GET", "POST"], (HttpContext context, Runner runner) => RunAsync(context, runner, asItems: false));
    }

    private static async Task<IResult> RunAsync(HttpContext context, Runner runner, bool asItems)
    {
        var caller = context.GetCaller();
        if (!runner.Access.Allows(caller, Permissions.QueryLuceneApi)) return Results.StatusCode(caller.UserId is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden);
        try
        {
            var asked = await ReadAsync(context);
            // Orchard answers so when there is no such index.
            if (runner.Indexes.Find(asked.Index) is not { } index) return new QueryAnswer(null, asItems);
            var text = await runner.Templates.FillAsync(asked.Query, asked.Parameters);
            var found = asItems ? await runner.Search.FindItemsAsync(index, text, caller, context.RequestAborted) : runner.Search.FindRows(index, text, caller);
            return found is null ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : new QueryAnswer(found, asItems);
        }
        catch (BadQueryException trouble)
        {
            return Results.Problem(trouble.Message, statusCode: StatusCodes.Status400BadRequest, title: "The query cannot be understood.");
        }
    }

    private static async Task<Asked> ReadAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (HttpMethods.IsGet(context.Request.Method) || query.ContainsKey("indexName"))
        {
            return new Asked(query["indexName"], query["query"].ToString(), QueryParameters.Parse(query["parameters"]));
        }

        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync();
            return new Asked(form["indexName"], form["query"].ToString(), QueryParameters.Parse(form["parameters"]));
        }

        var body = await QueryParameters.ReadBodyAsync(context.Request);
        return new Asked(Member(body, "indexName").AsText(), TextOrJson(Member(body, "query")), QueryParameters.Parse(TextOrJson(Member(body, "parameters"))));
    }

    private static JsonElement Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object ? body.EnumerateObject().FirstOrDefault(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)).Value : default;

    // Programs send JSON in a text, as Orchard wants it, or simply JSON.
    private static string TextOrJson(JsonElement json) =>
        json.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? json.GetRawText() : json.AsText() ?? "";

    private sealed record Asked(string? Index, string Query, IReadOnlyDictionary<string, object?> Parameters);

    /// <summary>What these endpoints work with.</summary>
    internal sealed record Runner(Access Access, SearchIndexes Indexes, QueryTemplates Templates, JsonSearch Search);
}
