using CityKnowledge.Cms.Content.Queries;
using GraphQL.Types;

namespace CityKnowledge.Cms.Web.GraphQl.Sorting;

/// <summary>What the members of one <c>orderBy</c> object mean: a step of an order, or an object with more of them.</summary>
internal sealed class SortSet
{
    private readonly Dictionary<string, (SortBy? Step, SortSet? Members)> members = new(StringComparer.Ordinal);

    public void Add(string name, SortBy? step, SortSet? set) => members[name] = (step, set);

    public (SortBy? Step, SortSet? Members) Find(string name) => members.GetValueOrDefault(name);
}

/// <summary>Makes the <c>orderBy</c> inputs of one schema.</summary>
internal sealed class SortInputs
{
    private readonly Dictionary<string, InputObjectGraphType> inputs = new(StringComparer.Ordinal);
    private readonly EnumerationGraphType direction = new() { Name = "OrderByDirection" };

    public SortInputs()
    {
        direction.Add("ASC", false);
        direction.Add("DESC", true);
    }

    public (InputObjectGraphType Type, SortSet Meaning) Of(string name, IReadOnlyList<SortTarget> targets)
    {
        var meaning = new SortSet();
        var isNew = !inputs.TryGetValue(name, out var type);
        type = inputs[name] = type ?? new InputObjectGraphType { Name = name };
        foreach (var target in targets)
        {
            var argument = Add(meaning, target);
            if (isNew) type.AddField(new FieldType { Name = target.Name, ResolvedType = argument });
        }

        return (type, meaning);
    }

    private IGraphType Add(SortSet meaning, SortTarget target)
    {
        if (target is SortGroup group)
        {
            var (type, members) = Of(group.TypeName, group.Members);
            meaning.Add(group.Name, null, members);
            return type;
        }

        meaning.Add(target.Name, target is SortColumn column ? SortBy.By(column.Column) : ByValue((SortValue)target), null);
        return direction;
    }

    private static SortBy ByValue(SortValue value) => SortBy.By(value.Key, value.Kind);
}
