using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;

namespace CityKnowledge.Cms.Web.Search.Api;

/// <summary>Runs stored queries for programs: <c>/api/queries/{name}</c>.</summary>
internal static class QueriesApi
{
    public static void MapQueriesApi(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/api/queries/{name}", ["GET", "POST"], RunAsync);

    private static async Task<IResult> RunAsync(string name, HttpContext context, Access access, NamedQueryRunner queries)
    {
        var caller = context.GetCaller();
        // Who may not run it does not learn that it exists.
        if (queries.Find(name) is not { } query || !IsAllowed(caller, query.Name, access)) return Results.NotFound();
        try
        {
            var parameters = HttpMethods.IsPost(context.Request.Method) && !context.Request.HasFormContentType
                ? QueryParameters.Read(await QueryParameters.ReadBodyAsync(context.Request))
                : QueryParameters.Parse(context.Request.Query["parameters"]);
            return new QueryAnswer(await queries.RunAsync(name, parameters, caller, context.RequestAborted), query.ReturnContentItems);
        }
        catch (BadQueryException trouble)
        {
            return Results.Problem(trouble.Message, statusCode: StatusCodes.Status400BadRequest, title: "The query cannot be understood.");
        }
    }

    private static bool IsAllowed(Caller caller, string query, Access access) =>
        access.Allows(caller, $"ExecuteApi_{query}") || access.Allows(caller, "ExecuteApiAll") || access.Allows(caller, "ManageQueries");
}
