using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Patterns;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Types;
using Microsoft.Extensions.Logging;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>Runs recipes: all of a recipe and of the recipes it calls, or nothing of it.</summary>
public sealed class RecipeRunner(RecipeSteps steps, RecipeShelf shelf, ContentSessions sessions, RecipeScriptContext script)
{
    /// <summary>A session for more than the recipe alone; see the other form of <see cref="RunAsync(RecipeDocument, ContentSession, RecipeParameters, IProgress{RecipeProgress}?, CancellationToken)"/>.</summary>
    public Task<ContentSession> BeginAsync(Caller caller, CancellationToken cancel = default) => sessions.BeginAsync(caller, cancel);

    /// <summary>Runs a recipe and commits it.</summary>
    /// <param name="parameters">Null for those of the running site.</param>
    /// <exception cref="RecipeException">Something is wrong; nothing was applied.</exception>
    public async Task<RecipeReport> RunAsync(
        RecipeDocument recipe, Caller caller, RecipeParameters? parameters = null, IProgress<RecipeProgress>? progress = null, CancellationToken cancel = default)
    {
        await using var session = await sessions.BeginAsync(caller, cancel);
        return await RunAsync(recipe, session, parameters ?? await SiteParameters.ReadAsync(session, cancel), progress, cancel);
    }

    /// <summary>Runs a recipe in a session and commits that session with whatever else was changed in it.</summary>
    /// <exception cref="RecipeException">Something is wrong; dispose the session, and nothing was applied.</exception>
    public async Task<RecipeReport> RunAsync(
        RecipeDocument recipe, ContentSession session, RecipeParameters parameters, IProgress<RecipeProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(session);
        using var run = new RecipeRun(session, parameters, progress);
        return await CompleteAsync(recipe, run, cancel);
    }

    /// <summary>Runs the recipe, keeps its report and commits.</summary>
    internal async Task<RecipeReport> CompleteAsync(RecipeDocument recipe, RecipeRun run, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await RunAllAsync(recipe, run, cancel);
        var report = run.Report(recipe.Name ?? recipe.File, watch.Elapsed);
        await RecipeReports.AddAsync(run.Session, report, cancel);
        run.Session.Note("Recipe", "Run", null, null, report.Recipe);
        await run.Session.CommitAsync(cancel);
        foreach (var warning in run.Warnings) script.Log.LogWarning("{Warning}", warning);
        return report with { Took = watch.Elapsed };
    }

    /// <summary>Runs the recipe without committing it. Dispose the session, and nothing of it remains.</summary>
    internal async Task<RecipeReport> RehearseAsync(RecipeDocument recipe, RecipeRun run, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        await RunAllAsync(recipe, run, cancel);
        var changes = await RecipeChanges.ListAsync(run.Session, cancel);
        return run.Report(recipe.Name ?? recipe.File, watch.Elapsed) with { IsDryRun = true, Changes = changes };
    }

    private async Task RunAllAsync(RecipeDocument recipe, RecipeRun run, CancellationToken cancel)
    {
        await RunStepsAsync(recipe, run, cancel);
        await run.CheckReferencesAsync(cancel);
    }

    private async Task RunStepsAsync(RecipeDocument recipe, RecipeRun run, CancellationToken cancel)
    {
        run.Chain.Add(recipe.Name ?? recipe.File);
        var planned = Plan(recipe, run);
        foreach (var (step, block) in planned)
        {
            if (block is null) Skip(step, run);
            else await RunStepAsync(step, block, run, planned.Count, cancel);
        }

        run.Chain.RemoveAt(run.Chain.Count - 1);
    }

    // Names are checked before anything runs: a misspelt last step should not cost the time of all others.
    private List<(StepRun Step, RecipeStep? Block)> Plan(RecipeDocument recipe, RecipeRun run)
    {
        var planned = new List<(StepRun, RecipeStep?)>();
        if (recipe.Steps.ValueKind != JsonValueKind.Array) return planned;
        var evaluation = new RecipeEvaluation(new RecipeExpressions(recipe, run.Parameters, script));
        foreach (var json in recipe.Steps.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"$.steps[{planned.Count}]");
            var place = new RecipePlace(recipe.File, planned.Count + 1, json.Get("name").AsText() ?? "?", path);
            planned.Add((new StepRun(run, recipe, evaluation, place, json), steps.Find(json, place)));
        }

        return planned;
    }

    private static void Skip(StepRun step, RecipeRun run)
    {
        const string Reason = "Orchard Core knows this step, this site does not yet: it was skipped.";
        run.Steps.Add(new StepReport(step.Place.File, step.Place.Step!.Value, step.Place.StepName!, Reason));
        step.Warn(Reason);
    }

    private async Task RunStepAsync(StepRun step, RecipeStep block, RecipeRun run, int count, CancellationToken cancel)
    {
        run.Begin(step, count);
        try
        {
            await block.RunAsync(step, cancel);
        }
        catch (Exception trouble) when (trouble is ContentDefinitionException or LiquidPatternException)
        {
            throw step.Error("", trouble.Message, trouble);
        }
        catch (InvalidContentException trouble)
        {
            throw step.Error(trouble.Problems[0].Path, trouble.Message, trouble);
        }
        catch (JsonException trouble)
        {
            throw step.Error(trouble.Path?.TrimStart('$', '.') ?? "", $"A value has the wrong kind. {trouble.Message}", trouble);
        }

        run.Steps.Add(new StepReport(step.Place.File, step.Place.Step!.Value, block.Name));
        foreach (var (name, path) in step.Following) await RunNestedAsync(step, name, path, run, cancel);
    }

    private async Task RunNestedAsync(StepRun step, string name, string path, RecipeRun run, CancellationToken cancel)
    {
        var known = await shelf.ListAsync(cancel);
        var found = known.FirstOrDefault(recipe => string.Equals(recipe.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw step.Error(path, $"No recipe named '{name}' was found. Known recipes: {string.Join(", ", known.Select(recipe => recipe.Name))}.");
        if (run.Chain.Contains(found.Name, StringComparer.OrdinalIgnoreCase))
        {
            throw step.Error(path, $"The recipes run in a circle: {string.Join(" → ", run.Chain.Append(found.Name))}. Leave one of these calls out.");
        }

        using var nested = await shelf.OpenAsync(found, cancel);
        await RunStepsAsync(nested, run, cancel);
    }
}
