using CityKnowledge.Cms.Content.Queries;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Lists;

/// <summary>Says what a person finds in lists for editors, as conditions of the query itself.</summary>
public sealed class ListRights(TypeCatalogue types, Access access, ItemRights rights)
{
    /// <summary>The listable types of which the caller may see at least the own items, in order of their display names.</summary>
    public IReadOnlyList<TypeDefinition> ListTypes(Caller caller) =>
        [.. types.Current.Types.Where(type => type.Options.Listable && MayList(caller, type)).OrderBy(type => type.DisplayName, StringComparer.CurrentCulture)];

    /// <summary>The type, listable or not, when the caller may see items of it; else null.</summary>
    public TypeDefinition? FindType(Caller caller, string name) =>
        types.Current.FindType(name) is { } type && MayList(caller, type) ? type : null;

    /// <summary>The types of which the caller may make items.</summary>
    public IReadOnlyList<TypeDefinition> CreatableTypes(Caller caller) =>
        [
            .. types.Current.Types.Where(type => type.Options.Creatable && rights.AllowsType(caller, Access.OwnForm(Permissions.EditContent), type.Name))
                .OrderBy(type => type.DisplayName, StringComparer.CurrentCulture),
        ];

    /// <summary>
    /// The items of these types that the caller may see. Drafts are not for everyone who may view: they ask for the right to
    /// edit or preview, or to be the owner.
    /// </summary>
    public Filter On(Caller caller, IEnumerable<TypeDefinition> among)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var visible = among.Where(type => MayList(caller, type)).ToLookup(type => KindOf(caller, type), type => (object?)type.Name);
        var any = new List<Filter>();
        if (visible[Kind.All].ToArray() is { Length: > 0 } all) any.Add(OfTypes(all));
        if (visible[Kind.Public].ToArray() is { Length: > 0 } open) any.Add(new AllOf([OfTypes(open), new AnyOf([new ColumnIs(ItemColumn.Published, Comparison.Equal, [true]), .. Own(caller)])]));
        if (visible[Kind.Own].ToArray() is { Length: > 0 } own) any.Add(new AllOf([OfTypes(own), new AnyOf([.. Own(caller)])]));
        return new AnyOf(any);
    }

    private bool MayList(Caller caller, TypeDefinition type) => access.AllowsType(caller, Permissions.ListContent, type.Name) && KindOf(caller, type) != Kind.None;

    private Kind KindOf(Caller caller, TypeDefinition type) =>
        access.AllowsType(caller, Permissions.EditContent, type.Name) || access.AllowsType(caller, Permissions.PreviewContent, type.Name) ? Kind.All
        : access.AllowsType(caller, Permissions.ViewContent, type.Name) ? Kind.Public
        : access.AllowsType(caller, Permissions.ViewOwnContent, type.Name) || access.AllowsType(caller, Access.OwnForm(Permissions.EditContent), type.Name) ? Kind.Own
        : Kind.None;

    private enum Kind
    {
        None,
        Own,
        Public,
        All,
    }

    private static ColumnIs OfTypes(object?[] names) => new(ItemColumn.ContentType, Comparison.In, names);

    private static IEnumerable<Filter> Own(Caller caller)
    {
        if (caller.UserId is not null) yield return new ColumnIs(ItemColumn.Owner, Comparison.Equal, [caller.UserId]);
    }
}
