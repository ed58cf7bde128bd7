using CityKnowledge.Cms.Web.GraphQl.Filters;
using CityKnowledge.Cms.Web.GraphQl.Sorting;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>What a type, part or field offers: fields to read, values to filter by, values to sort by.</summary>
internal sealed class Offer
{
    public List<FieldType> Fields { get; } = [];
    public List<FilterTarget> Filters { get; } = [];
    public List<SortTarget> Sorts { get; } = [];

    public void Field(string name, IGraphType type, IFieldResolver resolver, params QueryArgument[] arguments) => Fields.Add(new FieldType
    {
        Name = name,
        ResolvedType = type,
        Resolver = resolver,
        Arguments = arguments.Length == 0 ? null : new QueryArguments(arguments),
    });

    /// <summary>Takes over another offer. A name that exists already keeps its first meaning, whatever the case.</summary>
    public void Absorb(Offer other)
    {
        foreach (var field in other.Fields.Where(field => Names.IsUsable(field.Name) && !Fields.Exists(known => Same(known.Name, field.Name)))) Fields.Add(field);
        foreach (var filter in other.Filters.Where(filter => Names.IsUsable(filter.Name) && !Filters.Exists(known => Same(known.Name, filter.Name)))) Filters.Add(filter);
        foreach (var sort in other.Sorts.Where(sort => Names.IsUsable(sort.Name) && !Sorts.Exists(known => Same(known.Name, sort.Name)))) Sorts.Add(sort);
    }

    /// <summary>Puts everything under one name: an object to read, an object to filter by, an object to sort by.</summary>
    public Offer Under(string name, IGraphType type, IFieldResolver resolver, string filterType, string sortType)
    {
        var group = new Offer();
        if (Fields.Count > 0) group.Field(name, type, resolver);
        if (Filters.Count > 0) group.Filters.Add(new FilterGroup(name, filterType, Filters));
        if (Sorts.Count > 0) group.Sorts.Add(new SortGroup(name, sortType, Sorts));
        return group;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
