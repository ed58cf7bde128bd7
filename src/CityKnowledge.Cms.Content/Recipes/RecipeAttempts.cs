using System.Diagnostics;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;
using Microsoft.Extensions.Logging;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>Runs a recipe, or tries it, and always comes back with a report, which is kept.</summary>
public sealed class RecipeAttempts(RecipeShelf shelf, RecipeRunner runner, ILogger<RecipeAttempts> log)
{
    public async Task<RecipeReport> RunAsync(RecipeOnShelf recipe, Caller caller, RecipeActivity activity, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(activity);
        var watch = Stopwatch.StartNew();
        var steps = new List<StepReport>();
        try
        {
            var report = await WorkAsync(recipe, caller, activity, steps, cancel);
            if (activity.IsDryRun) await KeepAsync(report, caller, "Tried");
            return report;
        }
        // The edge of the background work: whatever stands in the way belongs into the report.
        catch (Exception trouble)
        {
            var report = new RecipeReport(recipe.Name, activity.StartedUtc, watch.Elapsed, steps, new ImportCounts(0, 0, 0), [])
            {
                By = caller.UserName,
                IsDryRun = activity.IsDryRun,
                Failure = Explain(trouble, recipe),
            };
            await KeepAsync(report, caller, "Failed");
            return report;
        }
    }

    private async Task<RecipeReport> WorkAsync(RecipeOnShelf recipe, Caller caller, RecipeActivity activity, List<StepReport> steps, CancellationToken cancel)
    {
        using var document = await shelf.OpenAsync(recipe, cancel);
        await using var session = await runner.BeginAsync(caller, cancel);
        using var run = new RecipeRun(session, await SiteParameters.ReadAsync(session, cancel), activity) { StartedUtc = activity.StartedUtc };
        try
        {
            return await (activity.IsDryRun ? runner.RehearseAsync(document, run, cancel) : runner.CompleteAsync(document, run, cancel));
        }
        finally
        {
            steps.AddRange(run.Steps);
        }
    }

    private RecipeFailure Explain(Exception trouble, RecipeOnShelf recipe)
    {
        var file = Path.GetFileName(recipe.File);
        if (trouble is RecipeException { Place: var place } wrong) return new RecipeFailure(wrong.Reason, place.File, place.Step, place.StepName, place.Path);
        if (trouble is StorageException or StaleVersionException or IOException) return new RecipeFailure(trouble.Message, file);
        if (trouble is OperationCanceledException) return new RecipeFailure("The site was stopped before the recipe reached its end.", file);
        log.LogError(trouble, "The recipe {Recipe} failed.", recipe.Name);
        return new RecipeFailure("The reason is in the log of the site.", file);
    }

    private async Task KeepAsync(RecipeReport report, Caller caller, string happened)
    {
        try
        {
            await using var session = await runner.BeginAsync(caller);
            await RecipeReports.AddAsync(session, report, CancellationToken.None);
            session.Note("Recipe", happened, null, null, report.Recipe);
            await session.CommitAsync();
        }
        catch (StorageException trouble)
        {
            // Who waits for the report still gets it; it is not there any more after a restart.
            log.LogError(trouble, "The report of the recipe {Recipe} could not be kept.", report.Recipe);
        }
    }
}
