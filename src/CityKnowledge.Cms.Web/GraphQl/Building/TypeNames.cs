using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Building;

/// <summary>The type names of one schema. A name that is taken gets an ending: content types choose first.</summary>
internal sealed class TypeNames
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal)
    {
        "Query", "ContentItem", "ContentItemType", "Status", "OrderByDirection", "User", "ContainedPart", "MediaFileItem",
        "String", "ID", "Int", "Float", "Boolean", "Decimal", "Date", "DateTime", "TimeSpan",
    };

    private readonly Dictionary<string, ObjectGraphType> made = new(StringComparer.Ordinal);

    public string Claim(string name, string ending)
    {
        while (!taken.Add(name)) name += ending;
        return name;
    }

    /// <summary>The type that was made under this name before, or a new one.</summary>
    public ObjectGraphType Once(string name, Func<string, ObjectGraphType> make)
    {
        if (!made.TryGetValue(name, out var type)) made[name] = type = make(Claim(name, "Part"));
        return type;
    }
}
