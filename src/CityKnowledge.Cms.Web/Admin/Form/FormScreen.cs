using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Web.Fields;

namespace CityKnowledge.Cms.Web.Admin.Form;

/// <summary>A form as it is shown.</summary>
internal sealed record FormScreen(FormTarget Target, FormTicket Ticket, InputTexts Typed)
{
    public required FormRights Rights { get; init; }

    /// <summary>The sealed ticket.</summary>
    public required string Seal { get; init; }

    /// <summary>See <see cref="FormOrigin"/>.</summary>
    public required string Base { get; init; }

    /// <summary>The version that the texts were made from; null for a new item.</summary>
    public string? Version { get; init; }

    public long Stamp { get; init; }

    /// <summary>See <see cref="FormPost.Turn"/>.</summary>
    public long Turn { get; init; }

    public IReadOnlyList<ContentProblem> Problems { get; init; } = [];

    /// <summary>The problems in the order of the form, each with the name of its control.</summary>
    public IReadOnlyList<(string Name, string Message)> Listed =>
        [.. Problems.OrderBy(problem => Target.Plan.PlaceOf(problem.Path)).Select(problem => (Target.Plan.FindControl(problem.Path), problem.Message))];

    /// <summary>Whether the form shows something that is not saved.</summary>
    public bool IsUnsaved { get; init; }

    /// <summary>Whether nothing may save it but the person: another site may have sent what it shows.</summary>
    public bool IsHeld { get; init; }

    /// <summary>A sentence above the form; null for none.</summary>
    public string? Note { get; init; }

    public ContentItem? Item => Target.Item;

    /// <summary>The controls.</summary>
    public FormBody Body => new(Target.Plan, Typed, Target.Caller) { Item = Item, Problems = Problems };
}
