using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>Reads query text. What is too long or too deep is refused while reading: deeper trees would end the process.</summary>
internal static class DocumentParsing
{
    // Every field is a selection set, a field and often an argument object for the parser.
    private const int NodesPerField = 4;

    /// <exception cref="ExecutionError">The text is no query, or is over a limit.</exception>
    public static GraphQLDocument Parse(string query, GraphQlSettings settings)
    {
        if (query.Length > settings.MaxQueryLength) throw Refusal.OverLimit($"The query has {query.Length} characters; {settings.MaxQueryLength} are allowed. Send long values as variables.");
        try
        {
            return Parser.Parse(query, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = settings.MaxDepth * NodesPerField });
        }
        catch (GraphQLMaxDepthExceededException)
        {
            throw Refusal.OverLimit("The query is nested too deeply.");
        }
        catch (GraphQLSyntaxErrorException trouble)
        {
            throw new SyntaxError(trouble);
        }
    }

    /// <summary>The operation that is meant; null when the name fits none, or when there are several and no name.</summary>
    public static GraphQLOperationDefinition? FindOperation(GraphQLDocument document, string? name)
    {
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>();
        return string.IsNullOrEmpty(name)
            ? operations.Take(2).ToArray() is [var only] ? only : null
            : operations.FirstOrDefault(operation => operation.Name is { } given && given.Value == name);
    }
}
