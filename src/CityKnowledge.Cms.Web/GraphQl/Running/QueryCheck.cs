using CityKnowledge.Cms.Web.GraphQl.Building;
using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>
/// Measures an operation before it is validated or run: depth, number of selections, and how many values it may ask for.
/// Fragments count as often as they are used, so that a few lines cannot unfold into millions.
/// </summary>
internal sealed class QueryCheck(BuiltSchema schema, GraphQlSettings settings, GraphQLDocument document, Inputs variables)
{
    // A nested list without "first" is usually short; its real length is known only when it is read.
    private const int UsualNestedLength = 10;
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private int selections;

    /// <summary>The content types whose lists the operation asks for.</summary>
    public HashSet<string> RootTypes { get; } = new(StringComparer.Ordinal);

    /// <exception cref="ExecutionError">The operation is over a limit.</exception>
    public void Run(GraphQLOperationDefinition operation)
    {
        var root = operation.Operation == OperationType.Query ? schema.Schema.Query : null;
        var complexity = Measure(operation.SelectionSet, root, 1, isRoot: true);
        if (complexity > settings.MaxComplexity) throw Refusal.OverLimit($"The query asks for up to {complexity:0} values; {settings.MaxComplexity} are allowed. Ask for fewer with 'first', or for fewer fields.");
    }

    private double Measure(GraphQLSelectionSet? set, IGraphType? parent, int depth, bool isRoot)
    {
        if (set is null) return 0;
        if (depth > settings.MaxDepth) throw Refusal.OverLimit($"The query is more than {settings.MaxDepth} fields deep.");
        var sum = 0.0;
        foreach (var selection in set.Selections)
        {
            if (++selections > settings.MaxFields) throw Refusal.OverLimit($"The query has more than {settings.MaxFields} fields.");
            sum += selection switch
            {
                GraphQLField field => MeasureField(field, parent, depth, isRoot),
                GraphQLInlineFragment inline => Measure(inline.SelectionSet, TypeOf(inline.TypeCondition) ?? parent, depth, isRoot),
                GraphQLFragmentSpread spread => MeasureFragment(spread.FragmentName.Name.StringValue, depth, isRoot),
                _ => 0,
            };
        }

        return sum;
    }

    private double MeasureField(GraphQLField field, IGraphType? parent, int depth, bool isRoot)
    {
        var definition = (parent as IComplexGraphType)?.Fields.Find(field.Name.Value);
        if (isRoot && definition is not null && schema.RootTypes.TryGetValue(definition.Name, out var type)) RootTypes.Add(type);
        var asked = NumberAsked(field);
        var inner = Measure(field.SelectionSet, definition?.ResolvedType?.GetNamedType(), depth + 1, isRoot: false);
        if (definition?.ResolvedType is not ListGraphType || field.SelectionSet is null) return 1 + inner;
        return 1 + (inner * (asked ?? (isRoot ? settings.DefaultNumberOfResults : UsualNestedLength)));
    }

    private double MeasureFragment(string name, int depth, bool isRoot)
    {
        if (document.FindFragmentDefinition(name) is not { } fragment) return 0;
        if (!open.Add(name)) throw Refusal.OverLimit($"The fragment '{name}' contains itself.");
        var sum = Measure(fragment.SelectionSet, TypeOf(fragment.TypeCondition), depth, isRoot);
        open.Remove(name);
        return sum;
    }

    private IGraphType? TypeOf(GraphQLTypeCondition? condition) =>
        condition is null ? null : schema.Schema.AllTypes[condition.Type.Name.StringValue];

    private int? NumberAsked(GraphQLField field)
    {
        if (field.Arguments is null) return null;
        int? asked = null;
        foreach (var argument in field.Arguments)
        {
            var name = argument.Name.StringValue;
            if (name is not ("first" or "last" or "skip") || NumberOf(argument.Value) is not { } number) continue;
            if (number < 0) throw Refusal.OverLimit($"'{number}' is not allowed for '{name}': it must be 0 or more.");
            if (name == "skip") continue;
            if (number > settings.MaxNumberOfResults && settings.RefusesTooMany) throw Refusal.OverLimit($"'{number}' exceeds the maximum number of results for '{name}' ({settings.MaxNumberOfResults}).");
            asked = number == 0 ? asked : (int)Math.Min(number, settings.MaxNumberOfResults);
        }

        return asked;
    }

    // Numbers too big for the type are refused by validation.
    private long? NumberOf(GraphQLValue value) => value switch
    {
        GraphQLIntValue number when long.TryParse(number.Value.Span, out var known) => known,
        GraphQLVariable variable when variables.TryGetValue(variable.Name.StringValue, out var sent) => sent switch { int number => number, long number => number, _ => null },
        GraphQLVariable variable => DefaultOf(variable.Name) is { } preset ? NumberOf(preset) : null,
        _ => null,
    };

    private GraphQLValue? DefaultOf(GraphQLName name) => document.Definitions.OfType<GraphQLOperationDefinition>()
        .SelectMany(operation => operation.Variables?.Items ?? [])
        .FirstOrDefault(variable => variable.Variable.Name.Value == name.Value)?.DefaultValue;
}
