using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>A control whose kind follows from the shape of a member alone.</summary>
internal sealed record AnyMember(string Name, FieldMember Member, InputTexts Typed)
{
    public string Id => InputName.ToId(Name);

    /// <summary>Null when a label stands around it already.</summary>
    public string? Label { get; init; }
    public string? LabelId { get; init; }
    public string? DescribedBy { get; init; }
    public string? Invalid { get; init; }

    public bool IsLong => Member.Kind is MemberKind.Html or MemberKind.Markdown;

    public bool IsList => FormTexts.IsList(Member.Kind);

    /// <summary>The type of the HTML input.</summary>
    public string Type => Member.Kind switch
    {
        MemberKind.Date => "date",
        MemberKind.Moment => "datetime-local",
        MemberKind.Time => "time",
        _ => "text",
    };
}
