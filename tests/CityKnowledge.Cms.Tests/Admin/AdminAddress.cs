using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>One thing that can be asked of the administration or of accounts, as the running site knows it.</summary>
/// <param name="Route">As written beside the page, with the names of its values: <c>/Admin/Users/Edit/{id}</c>.</param>
/// <param name="Parameters">The names in the route, in its order.</param>
internal sealed partial record AdminAddress(string Verb, string Route, IReadOnlyList<string> Parameters, bool IsPage)
{
    // The doors of visitors and programs have tests of their own. Whatever is not named here is guarded by the table.
    private static readonly string[] PublicDoors = ["api", "media", "health", "search", "sitemap.xml", "robots.txt", "Error", "favicon.ico", "{**path}"];
    private static readonly string[] PublicAddresses = ["/Contents/ContentItems/{id}.ics"];

    // Types that are no ordinary content have rules of their own.
    private static readonly Dictionary<string, string> Variants = new(StringComparer.Ordinal) { ["/Admin/Contents/ContentTypes/{type}/Create"] = "/Admin/Contents/ContentTypes/Taxonomy/Create" };

    /// <summary>Everything that the site answers at these doors: every verb, and every handler of a page.</summary>
    public static async Task<IReadOnlyList<AdminAddress>> ListAsync(Site site)
    {
        var found = new List<AdminAddress>();
        foreach (var endpoint in site.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var first = (endpoint.RoutePattern.RawText ?? "").Trim('/').Split('/')[0];
            if (PublicDoors.Contains(first, StringComparer.OrdinalIgnoreCase) || PublicAddresses.Contains(endpoint.RoutePattern.RawText)) continue;
            var (verbs, isPage) = await VerbsAsync(site, endpoint);
            found.AddRange(from verb in verbs from route in Forms(endpoint.RoutePattern) select new AdminAddress(verb.Verb, route.Route + verb.Handler, route.Parameters, isPage));
        }

        found.AddRange(found.Where(address => Variants.ContainsKey(address.Route)).Select(address => address with { Route = Variants[address.Route], Parameters = [] }).ToList());
        return [.. found.DistinctBy(address => (address.Verb, address.Route)).OrderBy(address => address.Route, StringComparer.Ordinal).ThenBy(address => address.Verb, StringComparer.Ordinal)];
    }

    /// <summary>The route with these values in place of the names.</summary>
    public string Fill(IReadOnlyDictionary<string, string> values) =>
        Names().Replace(Route, match => string.Join('/', values[match.Groups[1].Value].Split('/').Select(Uri.EscapeDataString)));

    private static async Task<(IReadOnlyList<(string Verb, string Handler)> Verbs, bool IsPage)> VerbsAsync(Site site, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            var verbs = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"];
            return ([.. verbs.Where(verb => verb is not ("HEAD" or "OPTIONS")).Select(verb => (verb, ""))], false);
        }

        var compiled = await site.Get<PageLoader>().LoadAsync(page, endpoint.Metadata);
        var handlers = compiled.HandlerMethods.Select(method => (method.HttpMethod.ToUpperInvariant(), method.Name is null ? "" : "?handler=" + method.Name));
        // A page without a method for reading is shown all the same, and one without a method for changing must refuse.
        return ([.. handlers.Append(("GET", "")).Append(("POST", "")).Distinct()], true);
    }

    // A value that may be left out makes two addresses, one that must be of a few makes one for each.
    private static IEnumerable<(string Route, IReadOnlyList<string> Parameters)> Forms(RoutePattern pattern)
    {
        IEnumerable<(string Route, IReadOnlyList<string> Parameters)> forms = [("", [])];
        foreach (var segment in pattern.PathSegments)
        {
            forms = forms.SelectMany(form => Texts(pattern, segment).Select(text => (form.Route + text.Text, text.Name is null ? form.Parameters : [.. form.Parameters, text.Name]))).ToList();
        }

        return forms.Select(form => (form.Route.Length == 0 ? "/" : form.Route, form.Parameters));
    }

    private static IEnumerable<(string Text, string? Name)> Texts(RoutePattern pattern, RoutePatternPathSegment segment)
    {
        if (segment.Parts is not [RoutePatternParameterPart parameter])
        {
            yield return ("/" + string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : "x")), null);
            yield break;
        }

        var choices = pattern.ParameterPolicies.TryGetValue(parameter.Name, out var policies)
            ? policies.Select(policy => Choices().Match(policy.Content ?? "")).FirstOrDefault(match => match.Success)?.Groups[1].Value.Split('|') : null;
        if (parameter.IsOptional || parameter.Default is not null) yield return ("", null);
        if (choices is null) yield return ($"/{{{parameter.Name}}}", parameter.Name);
        foreach (var choice in choices ?? []) yield return ("/" + choice, null);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Names();

    [GeneratedRegex(@"^regex\(\^?\((?:\?:)?([\w|]+)\)\$?\)$")]
    private static partial Regex Choices();
}
