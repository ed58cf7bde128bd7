using CityKnowledge.Cms.Web.GraphQl.Operators;

namespace CityKnowledge.Cms.Web.GraphQl.Filters;

/// <summary>What the arguments of one <c>where</c> object mean.</summary>
internal sealed class FilterSet
{
    private readonly Dictionary<string, FilterStep> steps = new(StringComparer.Ordinal);

    public void Add(string argument, FilterStep step) => steps[argument] = step;

    public FilterStep? Find(string argument) => steps.GetValueOrDefault(argument);
}

/// <summary>One argument: a comparison, or an object with more of them.</summary>
internal abstract record FilterStep;

internal sealed record ComparisonStep(Operator Operator, FilterValue Target) : FilterStep;

internal sealed record GroupStep(FilterSet Members) : FilterStep;
