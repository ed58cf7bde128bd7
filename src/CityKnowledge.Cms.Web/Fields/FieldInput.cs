using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Fields;

/// <summary>
/// What the editor view of a field is given. The form draws the label, the hint and the problems around it; the view draws
/// the controls, with the names and ids that are given here.
/// </summary>
internal sealed record FieldInput(PartOnType Part, FieldDefinition Field, FieldKind Kind)
{
    /// <summary>What the controls of the whole form show; ask <see cref="Text"/>, <see cref="Texts"/> and <see cref="Flag"/>.</summary>
    public required InputTexts Typed { get; init; }

    /// <summary>The words of the administration.</summary>
    public required IStringLocalizer T { get; init; }

    /// <summary>Who writes: a control offers nothing that this person may not see.</summary>
    public Caller Caller { get; init; } = Caller.Visitor;

    /// <summary>The version being edited; null for a new item.</summary>
    public ContentItem? Item { get; init; }

    /// <summary>What is wrong with this field, as it was last sent.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    public string Label { get; init; } = Field.Label;

    /// <summary>What Orchard's settings say below the label; null when nothing.</summary>
    public string? Hint => Field.Settings.Json.Get($"{Field.Kind}Settings").Get("Hint").AsText() is { Length: > 0 } hint ? hint : null;

    /// <summary>The members a person may write; the view draws no control for others.</summary>
    public IReadOnlyList<FieldMember> Editable => [.. Kind.Editable(Field)];

    /// <summary>Whether the label is that of a group of controls, else that of the one control.</summary>
    public bool IsGroup => InputName.IsGroup(Editable);

    public bool IsRequired => Kind.IsRequired(Field);

    public bool IsWrong => Problems.Count > 0;

    /// <summary>The field as stored, for what has no control of its own; kind Undefined when there is none.</summary>
    public JsonElement Stored => Item?.Field(Part.Name, Field.Name) ?? default;

    /// <summary>The start of all names: <c>Practice.Summary</c>.</summary>
    public string Prefix => $"{Part.Name}.{Field.Name}";

    /// <summary>The id of the frame around the controls: <c>Practice_Summary</c>.</summary>
    public string FrameId => InputName.ToId(Prefix);

    /// <summary>The id of the element with the label, for <c>aria-labelledby</c>.</summary>
    public string LabelId => FrameId + "_label";

    /// <summary>For <c>aria-describedby</c>; null when there is neither hint nor problem.</summary>
    public string? DescribedBy => (Hint, IsWrong) switch
    {
        (not null, true) => $"{HintId} {ProblemId}",
        (not null, false) => HintId,
        (null, true) => ProblemId,
        _ => null,
    };

    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? Invalid => IsWrong ? "true" : null;

    /// <summary>For <c>aria-required</c>. Never the attribute "required": a draft may lack what publishing asks for.</summary>
    public string? Required => IsRequired ? "true" : null;

    public string HintId => FrameId + "_hint";

    public string ProblemId => FrameId + "_problem";

    /// <summary>The name of a control: <c>Practice.Summary.Text</c>.</summary>
    public string Name(string member) => $"{Prefix}.{member}";

    /// <summary>The id of a control: <c>Practice_Summary_Text</c>.</summary>
    public string Id(string member) => InputName.ToId(Name(member));

    /// <summary>What the control shows; empty when nothing.</summary>
    public string Text(string member) => Typed.Last(Name(member));

    /// <summary>What the controls of a list show, without empty ones.</summary>
    public IReadOnlyList<string> Texts(string member) => [.. Typed.All(Name(member)).Where(text => text.Length > 0)];

    /// <summary>What was typed into the box of a picker and not picked from its list; empty when nothing.</summary>
    public string Unpicked(string member) => Typed.Last(InputName.Unpicked(Name(member)));

    /// <summary>Whether the checkbox is ticked.</summary>
    public bool Flag(string member) => Typed.Last(Name(member)) == "true";

    public TSettings Settings<TSettings>()
        where TSettings : class, new() => Field.Settings.Get<TSettings>();
}
