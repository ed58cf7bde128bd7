using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Content.Security;

/// <summary>Answers who may change which items: what a type is made of can ask for more than the permissions for content.</summary>
public sealed class ItemRights(Access access, TypeCatalogue types)
{
    private const string Vocabulary = "TaxonomyPart";

    /// <summary>Whether the caller may do this to the item.</summary>
    public bool AllowsItem(Caller caller, string permission, ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return access.AllowsItem(caller, permission, item) && MayTouch(caller, item.ContentType);
    }

    /// <summary>Whether the caller may do this to every item of the type.</summary>
    public bool AllowsType(Caller caller, string permission, string type) => access.AllowsType(caller, permission, type) && MayTouch(caller, type);

    /// <summary>Whether the caller may save over this version, as far as publishing goes: without versions a save changes what is public at once.</summary>
    public bool MaySaveOver(Caller caller, ContentItem known)
    {
        ArgumentNullException.ThrowIfNull(known);
        return !known.Published || types.Current.FindType(known.ContentType) is not { Options.Versionable: false } || AllowsItem(caller, Permissions.PublishContent, known);
    }

    // Every item leans on the vocabularies, so the right to edit content is not enough for them.
    private bool MayTouch(Caller caller, string type) =>
        types.Current.FindType(type)?.FindPartOf(Vocabulary) is null || access.Allows(caller, Permissions.ManageTaxonomy);
}
