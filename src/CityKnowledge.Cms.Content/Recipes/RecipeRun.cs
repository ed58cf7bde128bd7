using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>What all steps of a run share, nested recipes included.</summary>
internal sealed class RecipeRun(ContentSession session, RecipeParameters parameters, IProgress<RecipeProgress>? progress) : IDisposable
{
    private readonly Dictionary<string, (StepRun Step, int Place)> imported = new(StringComparer.Ordinal);
    private readonly List<Action> cleanUps = [];
    private RecipeProgress? last;

    public DateTime StartedUtc { get; init; } = DateTime.UtcNow;
    public ContentSession Session => session;
    public RecipeParameters Parameters => parameters;
    public List<StepReport> Steps { get; } = [];
    public List<string> Warnings { get; } = [];
    public ImportCounts Items { get; private set; } = new(0, 0, 0);

    /// <summary>The recipes being run, outermost first.</summary>
    public List<string> Chain { get; } = [];

    public void Begin(StepRun step, int steps)
    {
        last = new RecipeProgress(step.Place.File, step.Place.Step!.Value, steps, step.Place.StepName!, Handled);
        progress?.Report(last);
    }

    public void Count(ImportCounts counts)
    {
        Items += counts;
        if (last is not null) progress?.Report(last = last with { Items = Handled });
    }

    public void Remember(string contentItemId, StepRun step, int place) => imported[contentItemId] = (step, place);

    public void CleanUp(Action action) => cleanUps.Add(action);

    /// <summary>What was done until now.</summary>
    public RecipeReport Report(string recipe, TimeSpan took) => new(recipe, StartedUtc, took, Steps, Items, Warnings) { By = session.Caller.UserName };

    /// <exception cref="RecipeException">An imported item points to something that exists neither here nor in the database.</exception>
    public async Task CheckReferencesAsync(CancellationToken cancel)
    {
        var missing = await session.Items.References.ListMissingAsync(cancel);
        foreach (var reference in missing)
        {
            if (!imported.TryGetValue(reference.ContentItemId, out var item)) continue;
            // Type.Part.Field.Member: the type is no part of the path.
            var field = reference.Target.Key[(reference.Target.Key.IndexOf('.', StringComparison.Ordinal) + 1)..].Replace("..", ".", StringComparison.Ordinal);
            throw item.Step.Error($"data[{item.Place}].{field}", Describe(reference, missing.Count - 1));
        }
    }

    public void Dispose()
    {
        foreach (var action in cleanUps) action();
    }

    private int Handled => Items.Created + Items.Updated + Items.Unchanged;

    private static string Describe(MissingReference reference, int others)
    {
        var (target, more) = (reference.Target, others == 0 ? "" : $" {others} more references lead nowhere.");
        return target.TaxonomyId is { } taxonomy
            ? $"'{reference.DisplayText}' is tagged with '{target.TargetId}', but the taxonomy '{taxonomy}' has no such term, or does not exist. Import the taxonomy in this recipe, or correct the id.{more}"
            : $"'{reference.DisplayText}' points to the content item '{target.TargetId}', which is neither in the database nor in the recipe. Add it, or correct the id.{more}";
    }
}
