using CityKnowledge.Cms.Content.Fields;

namespace CityKnowledge.Cms.Web.Fields;

/// <summary>Names and ids of the controls of a form: <c>Practice.Summary.Text</c> and <c>Practice_Summary_Text</c>.</summary>
internal static class InputName
{
    /// <summary>The id of the control with that name; the links of the list of problems lead there.</summary>
    public static string ToId(string name) => name.Replace('.', '_');

    /// <summary>The name under which the box of a picker sends what was typed there and not picked.</summary>
    public static string Unpicked(string name) => "_unpicked:" + name;

    /// <summary>Whether a field has several controls, so that its label is that of a group.</summary>
    public static bool IsGroup(IReadOnlyList<FieldMember> editable) =>
        editable is not [var only] || only.Kind is MemberKind.Texts or MemberKind.Items or MemberKind.MediaPaths;
}
