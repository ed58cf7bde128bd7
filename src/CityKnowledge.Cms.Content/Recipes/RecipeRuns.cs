using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>Runs recipes in the background for people who may: they can leave the page and come back for the report.</summary>
public sealed class RecipeRuns(RecipeShelf shelf, RecipeAttempts attempts, Access access) : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock starting = new();
    private volatile RecipeActivity? last;
    private Task running = Task.CompletedTask;

    /// <summary>What runs now, or ran last since the start of the site.</summary>
    public RecipeActivity? Last => last;

    /// <summary>Begins a run.</summary>
    /// <param name="isDryRun">Whether everything is undone at the end.</param>
    /// <returns>The run; null when there is no recipe of that name.</returns>
    /// <exception cref="ForbiddenException">The caller may not run recipes.</exception>
    /// <exception cref="RecipeBusyException">Another one is running.</exception>
    public async Task<RecipeActivity?> StartAsync(Caller caller, string name, bool isDryRun, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!access.Allows(caller, Permissions.ManageRecipes)) throw new ForbiddenException(Permissions.ManageRecipes);
        if (await FindAsync(name, cancel) is not { } recipe) return null;
        lock (starting)
        {
            if (last is { IsRunning: true } other) throw new RecipeBusyException(other.Recipe);
            var activity = last = new RecipeActivity(recipe.Name, isDryRun, caller.UserName);
            running = Task.Run(async () => activity.End(await attempts.RunAsync(recipe, caller, activity, stopping.Token)), CancellationToken.None);
            return activity;
        }
    }

    /// <summary>The recipe of that name, or null.</summary>
    public async Task<RecipeOnShelf?> FindAsync(string name, CancellationToken cancel = default) =>
        (await shelf.ListAsync(cancel)).FirstOrDefault(recipe => string.Equals(recipe.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Undoes what is running and waits for it.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }
}

/// <summary>One recipe at a time: another one is running.</summary>
public sealed class RecipeBusyException(string recipe) : Exception($"The recipe '{recipe}' is still running. Wait for its report.")
{
    public string Recipe { get; } = recipe;
}
