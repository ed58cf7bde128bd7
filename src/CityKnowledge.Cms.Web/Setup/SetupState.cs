using CityKnowledge.Cms.Content.Recipes;

namespace CityKnowledge.Cms.Web.Setup;

/// <summary>Whether the site can serve, and what to tell those who come too early.</summary>
internal sealed class SetupState : IProgress<RecipeProgress>
{
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady { get; private set; }

    /// <summary>Why the set-up failed, or null.</summary>
    public string? Failure { get; private set; }

    /// <summary>Whether the database failed during the set-up, so that the program ends.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>The step being run, or null when none has begun.</summary>
    public RecipeProgress? Progress { get; private set; }

    /// <summary>Ends when the site is ready or the set-up has failed.</summary>
    public Task FinishedAsync => finished.Task;

    public void Report(RecipeProgress value) => Progress = value;

    public void Ready()
    {
        IsReady = true;
        finished.TrySetResult();
    }

    public void Fail(string reason)
    {
        Failure = reason;
        finished.TrySetResult();
    }

    /// <summary>Gives up: nothing that people could mend while the program runs.</summary>
    public void Stop(string reason)
    {
        IsStopped = true;
        Fail(reason);
    }
}
