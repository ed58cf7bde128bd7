using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.GraphQl.Sorting;

/// <summary>Something lists may be sorted by.</summary>
internal abstract record SortTarget(string Name);

/// <summary>A column of every item.</summary>
internal sealed record SortColumn(string Name, ItemColumn Column) : SortTarget(Name);

/// <summary>A single value of a field.</summary>
internal sealed record SortValue(string Name, string Key, MemberKind Kind) : SortTarget(Name);

/// <summary>Several values in an object of their own.</summary>
internal sealed record SortGroup(string Name, string TypeName, IReadOnlyList<SortTarget> Members) : SortTarget(Name);
