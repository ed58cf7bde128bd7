using CityKnowledge.Cms.Storage;
using CityKnowledge.Cms.Web.Search.Indexes;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CityKnowledge.Cms.Web.Search;

/// <summary>Ready when every defined index can be searched; while a new generation is made, the present one answers.</summary>
internal sealed class SearchReadiness(SearchIndexes indexes, ChangeFeed feed) : IHealthCheck
{
    private volatile bool caughtUp;

    /// <summary>Tag of the checks that say whether requests may be sent to this node.</summary>
    public const string Tag = "ready";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Asked once: afterwards the indexes are at most a moment behind, which is no reason to send visitors away.
        caughtUp |= feed.LastSequence > 0 && indexes.Followed >= feed.LastSequence;
        if (!caughtUp) return Task.FromResult(HealthCheckResult.Unhealthy("The search indexes are not up to date yet."));
        var missing = indexes.All.Where(index => index.Live is null).Select(index => index.Name).ToList();
        return Task.FromResult(missing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"These search indexes are being made: {string.Join(", ", missing)}."));
    }
}

/// <summary>Tells load balancers whether this node lives and whether it is ready.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(SearchReadiness.Tag) });
    }
}
