using CityKnowledge.Cms.Web.GraphQl.Operators;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Filters;

/// <summary>Makes the <c>where</c> inputs of one schema from what types, parts and fields offer.</summary>
internal sealed class WhereInputs(IReadOnlyList<Operator> operators)
{
    private readonly Dictionary<string, InputObjectGraphType> inputs = new(StringComparer.Ordinal);

    /// <summary>The input of a type, with OR, AND and NOT.</summary>
    public (InputObjectGraphType Type, FilterSet Meaning) OfType(string name, IReadOnlyList<FilterTarget> targets)
    {
        var (type, meaning) = Of(name, targets);
        foreach (var junction in WhereReading.Junctions)
        {
            type.AddField(new FieldType { Name = junction, ResolvedType = new ListGraphType(new NonNullGraphType(type)) });
        }

        return (type, meaning);
    }

    // A part or field that stands on several types shares its input, while the meaning is another one on each type.
    private (InputObjectGraphType Type, FilterSet Meaning) Of(string name, IReadOnlyList<FilterTarget> targets)
    {
        var meaning = new FilterSet();
        var isNew = !inputs.TryGetValue(name, out var type);
        type = inputs[name] = type ?? new InputObjectGraphType { Name = name };
        foreach (var target in targets)
        {
            foreach (var (argument, argumentType, step) in Arguments(target))
            {
                meaning.Add(argument, step);
                if (isNew) type.AddField(new FieldType { Name = argument, ResolvedType = argumentType });
            }
        }

        return (type, meaning);
    }

    private IEnumerable<(string Name, IGraphType Type, FilterStep Step)> Arguments(FilterTarget target)
    {
        if (target is FilterGroup group)
        {
            var (type, meaning) = Of(group.TypeName, group.Members);
            return [(group.Name, type, new GroupStep(meaning))];
        }

        var value = (FilterValue)target;
        return operators.Where(one => one.Suits(value.Kind)).Select(one => (
            value.Name + one.Suffix,
            one.TakesList ? new ListGraphType(value.Type) : value.Type,
            (FilterStep)new ComparisonStep(one, value)));
    }
}
