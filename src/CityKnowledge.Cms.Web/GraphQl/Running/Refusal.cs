using GraphQL;
using GraphQL.Validation;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>Reasons why a query is not run.</summary>
internal static class Refusal
{
    public const string Unauthorized = "Unauthorized";

    /// <summary>The message for a request that cannot be read at all.</summary>
    public static ExecutionError Unreadable() => new("An error occurred while processing the GraphQL query");

    public static ExecutionError NotAllowed(string what) =>
        new NumberedError(Unauthorized, $"You are not allowed to read '{what}'.");

    public static ExecutionError OverLimit(string message) => new NumberedError("LimitExceeded", message);

    /// <summary>Whether the answer is 401 and not 400.</summary>
    public static bool IsUnauthorized(ExecutionError error) => error is ValidationError { Number: Unauthorized };

    private sealed class NumberedError : ValidationError
    {
        public NumberedError(string number, string message)
            : base(message)
        {
            Number = number;
            Code = number;
        }
    }
}
