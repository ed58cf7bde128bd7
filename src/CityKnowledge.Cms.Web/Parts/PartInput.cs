using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Fields;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Parts;

/// <summary>
/// What the editor view of a part is given. The view draws everything of the part's own members, labels and problems too;
/// the fields added to the part follow below it.
/// </summary>
internal sealed record PartInput(PartOnType Part, PartKind Kind)
{
    /// <summary>What the controls of the whole form show; ask <see cref="Text"/>, <see cref="Texts"/> and <see cref="Flag"/>.</summary>
    public required InputTexts Typed { get; init; }

    /// <summary>The words of the administration.</summary>
    public required IStringLocalizer T { get; init; }

    /// <summary>The version being edited; null for a new item.</summary>
    public ContentItem? Item { get; init; }

    /// <summary>What is wrong with this part, as it was last sent: about the part, or about one of its members.</summary>
    public IReadOnlyList<ContentProblem> Problems { get; init; } = [];

    /// <summary>The members that are fields themselves, for <see cref="FieldView"/> to draw.</summary>
    public IReadOnlyList<FieldInput> OwnFields { get; init; } = [];

    /// <summary>The view that draws a field with its label, hint and problems.</summary>
    public string FieldView { get; init; } = "";

    /// <summary>The members a person may write; the view draws no control for others.</summary>
    public IReadOnlyList<FieldMember> Editable => [.. Kind.Editable(Part)];

    public string Label => Part.Label;

    public bool IsWrong => Problems.Count > 0;

    /// <summary>The part as stored, for what has no control of its own; kind Undefined when there is none.</summary>
    public JsonElement Stored => Item?.Part(Part.Name) ?? default;

    /// <summary>The id of the frame around the part: <c>TitlePart</c>.</summary>
    public string FrameId => InputName.ToId(Part.Name);

    public string ProblemId => FrameId + "_problem";

    /// <summary>For <c>aria-describedby</c>, beside ids of hints of the view's own.</summary>
    public string? DescribedBy => IsWrong ? ProblemId : null;

    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? Invalid => IsWrong ? "true" : null;

    public bool MayWrite(string member) => Kind.Editable(Part).Any(known => known.Name == member);

    /// <summary>The name of a control: <c>TitlePart.Title</c>.</summary>
    public string Name(string member) => $"{Part.Name}.{member}";

    /// <summary>The id of a control: <c>TitlePart_Title</c>.</summary>
    public string Id(string member) => InputName.ToId(Name(member));

    /// <summary>What the control shows; empty when nothing.</summary>
    public string Text(string member) => Typed.Last(Name(member));

    /// <summary>What the controls of a list show, without empty ones.</summary>
    public IReadOnlyList<string> Texts(string member) => [.. Typed.All(Name(member)).Where(text => text.Length > 0)];

    /// <summary>Whether the checkbox is ticked.</summary>
    public bool Flag(string member) => Typed.Last(Name(member)) == "true";

    public TSettings Settings<TSettings>()
        where TSettings : class, new() => Part.Settings.Get<TSettings>();
}
