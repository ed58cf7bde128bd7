using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Fields.Text;

namespace CityKnowledge.Cms.Web.Fields.ContentPicker;

/// <summary>A field that an item needs to be published and that takes one line to write.</summary>
/// <param name="Name">Of the control: <c>City.Code.Text</c>.</param>
/// <param name="Input">The type of the HTML input.</param>
/// <param name="Options">What can be chosen; none when anything can be written.</param>
internal sealed record NeededField(string Name, string Label, string Input, IReadOnlyList<PredefinedOption> Options);

/// <summary>Says which items a person can begin from within another form, and what is asked about them there.</summary>
internal sealed class Creation(ItemRights rights, PartKinds parts, FieldKinds fields)
{
    private const string Title = "TitlePart";

    public bool IsOffered(Caller caller, TypeDefinition type) =>
        type.Options.Creatable
        && rights.AllowsType(caller, Access.OwnForm(Permissions.EditContent), type.Name)
        && type.FindPartOf(Title) is { } title
        && parts.Find(Title)?.Editable(title).Any() == true;

    /// <summary>The name of the control for the title.</summary>
    public static string TitleOf(TypeDefinition type) => $"{type.FindPartOf(Title)!.Name}.Title";

    /// <summary>The required fields that are quickly written; the others wait for the form of the item.</summary>
    public IEnumerable<NeededField> FieldsOf(TypeDefinition type) =>
        from part in type.Parts
        from field in part.Fields
        let kind = fields.Find(field.Kind)
        where kind is not null && kind.IsRequired(field)
        let members = kind.Editable(field).ToList()
        where members is [{ Kind: MemberKind.Text or MemberKind.Number or MemberKind.Date }]
        select new NeededField($"{part.Name}.{field.Name}.{members[0].Name}", field.Label, InputOf(members[0].Kind), field.Settings.Get<TextFieldPredefinedListEditorSettings>().Options);

    private static string InputOf(MemberKind kind) => kind == MemberKind.Date ? "date" : "text";
}
