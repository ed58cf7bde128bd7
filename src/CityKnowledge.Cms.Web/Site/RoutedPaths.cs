using CityKnowledge.Cms.Content.Items;
using Microsoft.AspNetCore.Routing.Template;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>The addresses of all doors but that of the items.</summary>
internal sealed class RoutedPaths(EndpointDataSource endpoints) : IReservedPaths
{
    private readonly Lazy<IReadOnlyList<TemplateMatcher>> doors = new(() =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(HasName).Select(endpoint => new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []))]);

    public bool IsReserved(string path) => IsOfDesk(path) || doors.Value.Any(door => door.TryMatch("/" + path, []));

    // The desk shows its own pages for whatever lies below it.
    private static bool IsOfDesk(string path) => path.Equals("admin", StringComparison.OrdinalIgnoreCase) || path.StartsWith("admin/", StringComparison.OrdinalIgnoreCase);

    private static bool HasName(RouteEndpoint endpoint) => endpoint.RoutePattern.PathSegments is [{ IsSimple: true } first, ..] && first.Parts[0].IsLiteral;
}
