namespace CityKnowledge.Cms.Web.Search.Indexes;

/// <summary>Makes indexes durable every few seconds, and makes them again when they are missing, damaged or out of date.</summary>
internal sealed class IndexKeeper(SearchIndexes indexes, IndexWriting writing, ILogger<IndexKeeper> log) : BackgroundService, IAsyncDisposable
{
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenCommits = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(10);
    private readonly HashSet<LuceneIndex> checkedFiles = [];
    private readonly List<Task> builds = [];

    /// <summary>Waits until nothing is written any more.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        if (ExecuteTask is { } running) await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round);
        var lastCommit = DateTime.UtcNow;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (!indexes.IsLoaded) continue;
                if (indexes.IsOutdated) await FollowTypesAsync(stoppingToken);
                var commit = DateTime.UtcNow - lastCommit > BetweenCommits;
                if (commit) lastCommit = DateTime.UtcNow;
                foreach (var index in indexes.All) Tend(index, commit, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(builds);
            await CloseAsync();
        }
    }

    private async Task FollowTypesAsync(CancellationToken stop)
    {
        await indexes.Gate.WaitAsync(stop);
        try
        {
            await indexes.FollowAsync([], stop);
        }
        finally
        {
            indexes.Gate.Release();
        }
    }

    private void Tend(SearchIndex index, bool commit, CancellationToken stop)
    {
        if (index.IsBuilding) return;
        if (commit && !index.NeedsBuilding) Save(index);
        if (!index.NeedsBuilding) return;
        index.IsBuilding = true;
        builds.RemoveAll(build => build.IsCompleted);
        builds.Add(Task.Run(() => BuildAsync(index, stop), CancellationToken.None));
    }

    private void Save(SearchIndex index)
    {
        var live = index.Live!;
        try
        {
            if (!live.HasFiles()) throw new IOException($"The files in {live.Folder} are gone.");
            // Once for each generation: files may have been damaged while the site was down.
            if (checkedFiles.Add(live)) live.CheckFiles();
            if (live.IsChanged) live.Commit();
        }
        catch (Exception trouble) when (IndexFolder.IsDamage(trouble))
        {
            log.LogWarning(trouble, "The index '{Index}' is damaged and will be made again.", index.Name);
            index.Break();
        }
    }

    private async Task BuildAsync(SearchIndex index, CancellationToken stop)
    {
        try
        {
            var rules = index.Rules;
            log.LogInformation("Making the index '{Index}'.", index.Name);
            var progress = index.Progress = new BuildProgress();
            var next = await writing.BuildAsync(rules, index.Folder.Next(), progress, stop);
            await SwapAsync(index, rules, next, stop);
            log.LogInformation("The index '{Index}' is ready with {Count} items.", index.Name, next.Count);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            index.Folder.Clean(index.Live);
        }
        catch (Exception trouble)
        {
            // Whatever stood in the way, the site lives on and the next try may succeed.
            log.LogError(trouble, "The index '{Index}' could not be made; trying again in {Pause}.", index.Name, AfterFailure);
            await Task.Delay(AfterFailure, stop).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        finally
        {
            index.Progress = null;
            index.IsBuilding = false;
        }
    }

    private async Task SwapAsync(SearchIndex index, IndexRules rules, LuceneIndex next, CancellationToken stop)
    {
        try
        {
            await indexes.Gate.WaitAsync(stop);
        }
        catch
        {
            next.Dispose();
            throw;
        }

        var isUsed = false;
        try
        {
            while (await writing.CatchUpAsync(next, rules, stop) > 0)
            {
            }

            isUsed = indexes.Find(index.Name) == index;
            if (isUsed) index.Swap(next);
        }
        finally
        {
            if (!isUsed) next.Dispose();
            indexes.Gate.Release();
        }
    }

    private async Task CloseAsync()
    {
        await indexes.Gate.WaitAsync();
        foreach (var index in indexes.All)
        {
            if (index.Live is { IsChanged: true } live && !index.NeedsBuilding) live.Commit();
        }

        indexes.Gate.Release();
    }
}
