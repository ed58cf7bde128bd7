using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Web.GraphQl.Building;
using CityKnowledge.Cms.Web.GraphQl.Relations;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>What a query reads from.</summary>
internal sealed record QuerySources(ContentReader Reader, ContentQueries Queries, ContainedQueries Contained, Access Access);

/// <summary>Runs one query: parse, limits, rights, validation, execution. Documents found valid are not parsed again.</summary>
internal sealed class QueryRunner(SchemaSource schemas, QuerySources sources, GraphQlSettings settings, ILogger<QueryRunner> log)
{
    private readonly DocumentExecuter executer = new(new GraphQLDocumentBuilder(), new DocumentValidator(), new PlannedExecution(), []);

    public async Task<ExecutionResult> RunAsync(GraphQLRequest request, Caller caller, CancellationToken cancel)
    {
        try
        {
            return await RunAsync(await schemas.GetAsync(), request, caller, cancel);
        }
        catch (ExecutionError refused)
        {
            return new ExecutionResult(refused);
        }
    }

    private async Task<ExecutionResult> RunAsync(BuiltSchema schema, GraphQLRequest request, Caller caller, CancellationToken cancel)
    {
        var known = schema.FindValid(request.Query!);
        var document = known ?? DocumentParsing.Parse(request.Query!, settings);
        var rights = new ViewRights(sources.Access, caller);
        Check(schema, document, request, rights);
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema.Schema,
            Document = document,
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            UserContext = new RequestState(rights, new ItemBatch(sources.Reader, sources.Queries), new ContainedBatch(sources.Contained, rights)),
            ValidationRules = known is null ? VariablesFit.Rules : [],
            CancellationToken = cancel,
            UnhandledExceptionDelegate = Log,
        });
        if (known is null && result.Executed) schema.KeepValid(request.Query!, document);
        return result;
    }

    private void Check(BuiltSchema schema, GraphQLDocument document, GraphQLRequest request, ViewRights rights)
    {
        var operation = DocumentParsing.FindOperation(document, request.OperationName)
            ?? throw new ExecutionError("The request has to name one of the query's operations in 'operationName'.");
        if (operation.Operation == OperationType.Mutation && !sources.Access.Allows(rights.Caller, Permissions.ExecuteGraphQLMutations)) throw Refusal.NotAllowed("mutation");
        var check = new QueryCheck(schema, settings, document, request.Variables ?? Inputs.Empty);
        check.Run(operation);
        foreach (var type in check.RootTypes)
        {
            if (rights.ToView(type) == Reach.None) throw Refusal.NotAllowed(type);
        }
    }

    private Task Log(UnhandledExceptionContext trouble)
    {
        log.LogError(trouble.OriginalException, "A GraphQL field failed: {Field}.", trouble.FieldContext?.FieldDefinition.Name);
        return Task.CompletedTask;
    }
}
