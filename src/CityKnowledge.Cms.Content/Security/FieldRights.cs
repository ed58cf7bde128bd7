using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Security;

/// <summary>Says who may ask what a field can hold: whoever may write an item that has the field, and whoever writes terms, which are of any type.</summary>
public sealed class FieldRights(TypeCatalogue types, Access access)
{
    /// <summary>The field; null when there is none of that name.</summary>
    /// <param name="part">The name of the part's definition, which for the fields of a type itself is the type's.</param>
    /// <exception cref="ForbiddenException">The caller writes no items with that field.</exception>
    public FieldDefinition? Find(Caller caller, string part, string field)
    {
        var known = types.Current;
        if (known.FindPart(part)?.FindField(field) is not { } found) return null;
        var permission = Access.OwnForm(Permissions.EditContent);
        var writes = known.Types.Where(type => type.FindPartOf(known.FindPart(part)!.Name) is not null).Any(type => access.AllowsType(caller, permission, type.Name));
        return writes || access.Allows(caller, Permissions.ManageTaxonomy) ? found : throw new ForbiddenException(permission);
    }
}
