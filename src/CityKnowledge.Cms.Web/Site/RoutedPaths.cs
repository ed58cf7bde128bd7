using CityKnowledge.Cms.Content.Items;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>The addresses of all doors but that of the items.</summary>
internal sealed class RoutedPaths : IReservedPaths
{
    private readonly IHostApplicationLifetime lifetime;

    // By the first name of their addresses.
    private readonly Lazy<ILookup<string, TemplateMatcher>> doors;

    public RoutedPaths(EndpointDataSource endpoints, IHostApplicationLifetime lifetime)
    {
        this.lifetime = lifetime;
        doors = new(() => Sort(endpoints.Endpoints));
    }

    /// <inheritdoc/>
    public bool IsReserved(string path)
    {
        var first = path.AsSpan(0, path.IndexOf('/') is >= 0 and var end ? end : path.Length);
        // The desk shows its own pages for whatever lies below it, and what watches the site is answered before any door.
        if (first.Equals("admin", StringComparison.OrdinalIgnoreCase) || first.Equals("health", StringComparison.OrdinalIgnoreCase)) return true;
        // While the site opens, the set-up writes its items beside the doors being hung; to look at those then would fail.
        return lifetime.ApplicationStarted.IsCancellationRequested && doors.Value[first.ToString()].Any(door => door.TryMatch("/" + path, []));
    }

    private static ILookup<string, TemplateMatcher> Sort(IReadOnlyList<Endpoint> all) => all.OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern)
        .Where(pattern => pattern.PathSegments is [{ IsSimple: true } first, ..] && first.Parts[0].IsLiteral)
        .ToLookup(pattern => ((RoutePatternLiteralPart)pattern.PathSegments[0].Parts[0]).Content, pattern => new TemplateMatcher(new RouteTemplate(pattern), []), StringComparer.OrdinalIgnoreCase);
}
