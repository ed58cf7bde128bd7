using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.ContentPicker;

/// <summary>Says which items a person can begin with a title alone.</summary>
internal sealed class Creation(ItemRights rights, PartKinds parts)
{
    private const string Title = "TitlePart";

    public bool IsOffered(Caller caller, TypeDefinition type) =>
        type.Options.Creatable
        && rights.AllowsType(caller, Access.OwnForm(Permissions.EditContent), type.Name)
        && type.FindPartOf(Title) is { } title
        && parts.Find(Title)?.Editable(title).Any() == true;
}
