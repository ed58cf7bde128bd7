using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Parts;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using CityKnowledge.Cms.Web.Fields;
using CityKnowledge.Cms.Web.Parts;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>The controls of a plan, filled in: the part of a form that follows from a definition, whatever stands around it.</summary>
internal sealed record FormBody(FormPlan Plan, InputTexts Typed, Caller Caller)
{
    /// <summary>A form with more fields begins with a map of them.</summary>
    public const int MostWithoutMap = 12;

    /// <summary>The version being edited; null for a new item.</summary>
    public ContentItem? Item { get; init; }

    public IReadOnlyList<ContentProblem> Problems { get; init; } = [];

    /// <summary>The title above the fields that stand together at the end of their part; see <see cref="IsGrouped"/>.</summary>
    public string? GroupTitle { get; init; }

    public Func<FieldDefinition, bool> IsGrouped { get; init; } = _ => false;

    /// <summary>Whether parts get headings: only where there are several with fields.</summary>
    public bool HasHeadings => Plan.Type.Parts.Count(HasFields) > 1;

    public bool HasFields(PartOnType part) => Plan.Members.Any(member => member.Part == part && member is { Field: not null, IsOwn: false });

    /// <summary>What the view of the part itself is given; null when there is nothing of its own to write.</summary>
    public PartInput? Own(PartOnType part, PartKind? kind, FieldKinds kinds, IStringLocalizer words)
    {
        if (kind is null || !Plan.Members.Any(member => member.Part == part && (member.Field is null || member.IsOwn))) return null;
        return new PartInput(part, kind)
        {
            OwnFields = [.. Fields(part, isOwn: true, kinds, words)],
            FieldView = "/Admin/Form/Field.cshtml",
            Typed = Typed,
            T = words,
            Item = Item,
            Problems = [.. Problems.Where(problem => problem.Path == part.Name || Plan.Members.Any(member => member.Field is null && member.Part == part && member.Name == problem.Path))],
        };
    }

    /// <summary>What the views of the fields of the part are given.</summary>
    /// <param name="isOwn">Whether those that the view of the part draws.</param>
    public IEnumerable<FieldInput> Fields(PartOnType part, bool isOwn, FieldKinds kinds, IStringLocalizer words) =>
        Plan.Members.Where(member => member.Part == part && member.IsOwn == isOwn).Select(member => member.Field).OfType<FieldDefinition>().Distinct()
            .Select(field => new FieldInput(part, field, kinds.Find(field.Kind)!) { Caller = Caller, Typed = Typed, T = words, Item = Item, Problems = ProblemsOf($"{part.Name}.{field.Name}") });

    private List<string> ProblemsOf(string prefix) =>
        [.. Problems.Where(problem => problem.Path == prefix || problem.Path.StartsWith(prefix + ".", StringComparison.Ordinal)).Select(problem => problem.Message)];
}
