using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>What a run of a recipe did.</summary>
/// <param name="Items">Content items made, changed, or found as they were; nested recipes counted in.</param>
/// <param name="Warnings">What was left out or looks wrong without being an error.</param>
public sealed record RecipeReport(
    string Recipe, DateTime StartedUtc, TimeSpan Took, IReadOnlyList<StepReport> Steps, ImportCounts Items, IReadOnlyList<string> Warnings);

/// <summary>One step of a run, nested recipes included, in the order of running.</summary>
/// <param name="Skipped">Why the step was skipped; null when it ran.</param>
public sealed record StepReport(string File, int Number, string Name, string? Skipped = null);

/// <summary>Where a run stands.</summary>
/// <param name="Step">Number of the step that begins, counted from 1.</param>
/// <param name="Steps">Steps of this recipe file.</param>
/// <param name="Items">Content items handled so far in the whole run.</param>
public sealed record RecipeProgress(string File, int Step, int Steps, string StepName, int Items);
