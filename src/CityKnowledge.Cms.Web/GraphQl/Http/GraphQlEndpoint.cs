using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.Accounts;
using CityKnowledge.Cms.Web.GraphQl.Running;
using GraphQL;

namespace CityKnowledge.Cms.Web.GraphQl.Http;

/// <summary>Answers <c>/api/graphql</c>.</summary>
internal sealed class GraphQlEndpoint(QueryRunner runner, ResponseWriting writing, Access access)
{
    public async Task AnswerAsync(HttpContext context)
    {
        var caller = context.GetCaller();
        if (!access.Allows(caller, Permissions.ExecuteGraphQL))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var cancel = context.RequestAborted;
        var result = await RequestReading.FindAsync(context.Request, cancel) is { } request
            ? await runner.RunAsync(request, caller, cancel)
            : new ExecutionResult(Refusal.Unreadable());
        await writing.WriteAsync(context.Response, result, StatusOf(result), cancel);
    }

    private static int StatusOf(ExecutionResult result) =>
        result.Errors is not { Count: > 0 } errors ? StatusCodes.Status200OK
        : errors.Any(Refusal.IsUnauthorized) ? StatusCodes.Status401Unauthorized
        : StatusCodes.Status400BadRequest;
}
