using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>
/// The usual way to run a query, but what is selected from an object is worked out once per request instead of once per
/// object: lists show the same fields of every item.
/// </summary>
internal sealed class PlannedExecution : ParallelExecutionStrategy, IExecutionStrategySelector
{
    public IExecutionStrategy Select(ExecutionContext context) => this;

    protected override void SetSubFieldNodes(ExecutionContext context, ObjectExecutionNode parent)
    {
        var type = parent.GetObjectGraphType(context.Schema) ?? parent.GraphType!;
        var plans = ((RequestState)context.UserContext).Plans;
        var plan = plans.Find(parent.SelectionSet, type)
            ?? plans.Add(parent.SelectionSet, type, [.. CollectFieldsFrom(context, type, parent.SelectionSet!, null).Values]);
        var nodes = new ExecutionNode[plan.Length];
        for (var i = 0; i < plan.Length; i++) nodes[i] = BuildExecutionNode(parent, plan[i].Definition.ResolvedType!, plan[i].Field, plan[i].Definition);
        parent.SubFields = nodes;
    }
}

/// <summary>What one request selects from objects of a type. A request has few of these, so they are simply looked through.</summary>
internal sealed class SelectionPlans
{
    private readonly List<(GraphQLSelectionSet? Set, IGraphType Type, (GraphQLField Field, FieldType Definition)[] Plan)> plans = [];

    public (GraphQLField Field, FieldType Definition)[]? Find(GraphQLSelectionSet? set, IGraphType type)
    {
        lock (plans)
        {
            foreach (var known in plans)
            {
                if (ReferenceEquals(known.Set, set) && ReferenceEquals(known.Type, type)) return known.Plan;
            }
        }

        return null;
    }

    public (GraphQLField Field, FieldType Definition)[] Add(GraphQLSelectionSet? set, IGraphType type, (GraphQLField, FieldType)[] plan)
    {
        lock (plans) plans.Add((set, type, plan));
        return plan;
    }
}
