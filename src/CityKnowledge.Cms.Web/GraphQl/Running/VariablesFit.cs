using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQL.Validation.Rules;
using GraphQLParser;
using GraphQLParser.AST;

namespace CityKnowledge.Cms.Web.GraphQl.Running;

/// <summary>
/// The rule that a variable must have the type of its place, with one exception: text does for an id. Queries written for
/// Orchard declare their ids either way.
/// </summary>
internal sealed class VariablesFit : ValidationRuleBase
{
    /// <summary>The usual rules, with this one in place of the strict one.</summary>
    public static IReadOnlyList<IValidationRule> Rules { get; } =
        [.. DocumentValidator.CoreRules.Where(rule => rule is not VariablesInAllowedPosition), new VariablesFit()];

    private static readonly NodeVisitors Visitor = new(new MatchingNodeVisitor<GraphQLOperationDefinition>((_, _) => { }, leave: Check));

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(Visitor);

    private static void Check(GraphQLOperationDefinition operation, ValidationContext context)
    {
        if (operation.Variables is not { Items: { } declared } || context.GetRecursiveVariables(operation) is not { } usages) return;
        foreach (var usage in usages)
        {
            var variable = declared.Find(one => one.Variable.Name.Value == usage.Node.Name.Value);
            if (variable is null || usage.Type is null || TypeOf(variable.Type, context.Schema) is not { } type) continue;
            if (!Fits(variable, type, usage)) context.ReportError(new VariablesInAllowedPositionError(context, variable, type, usage));
        }
    }

    private static bool Fits(GraphQLVariableDefinition variable, IGraphType type, VariableUsage usage)
    {
        var place = usage.Type;
        if ((place is NonNullGraphType || usage.IsRequired) && type is not NonNullGraphType)
        {
            if (variable.DefaultValue is null && !usage.HasDefault) return false;
            place = (place as NonNullGraphType)?.ResolvedType ?? place;
        }

        return type.IsSubtypeOf(place) || IsTextForId(type, place);
    }

    private static bool IsTextForId(IGraphType type, IGraphType place) => (type, place) switch
    {
        (NonNullGraphType sure, NonNullGraphType needed) => IsTextForId(sure.ResolvedType!, needed.ResolvedType!),
        (NonNullGraphType sure, _) => IsTextForId(sure.ResolvedType!, place),
        (ListGraphType many, ListGraphType wanted) => IsTextForId(many.ResolvedType!, wanted.ResolvedType!),
        _ => type is StringGraphType && place is IdGraphType,
    };

    private static IGraphType? TypeOf(GraphQLType written, ISchema schema) => written switch
    {
        GraphQLNonNullType sure => TypeOf(sure.Type, schema) is { } inner ? new NonNullGraphType(inner) : null,
        GraphQLListType many => TypeOf(many.Type, schema) is { } inner ? new ListGraphType(inner) : null,
        GraphQLNamedType named => schema.AllTypes[named.Name.StringValue],
        _ => null,
    };
}
