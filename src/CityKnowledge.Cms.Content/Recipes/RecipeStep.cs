namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>One kind of recipe step. It works through the same session as everything else and commits nothing itself.</summary>
public abstract class RecipeStep
{
    /// <summary>Orchard's name; case does not matter.</summary>
    public abstract string Name { get; }

    /// <summary>Other names under which recipes know this step.</summary>
    public virtual IReadOnlyList<string> OtherNames => [];

    /// <summary>Does what the step says, or throws what <see cref="StepRun.Error"/> makes.</summary>
    public abstract Task RunAsync(StepRun run, CancellationToken cancel);
}
