using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Filters;

/// <summary>Something lists may be filtered by.</summary>
internal abstract record FilterTarget(string Name);

/// <summary>One value; every operator that suits its kind becomes an argument.</summary>
/// <param name="Kind">Decides which operators suit; ids count as <see cref="MemberKind.Items"/>.</param>
/// <param name="Type">The scalar of the argument.</param>
/// <param name="Compare">Makes the filter of Content from a comparison that is not negative.</param>
internal sealed record FilterValue(string Name, MemberKind Kind, IGraphType Type, Func<Comparison, IReadOnlyList<object?>, Filter> Compare)
    : FilterTarget(Name);

/// <summary>Several values in an object of their own.</summary>
internal sealed record FilterGroup(string Name, string TypeName, IReadOnlyList<FilterTarget> Members) : FilterTarget(Name);
