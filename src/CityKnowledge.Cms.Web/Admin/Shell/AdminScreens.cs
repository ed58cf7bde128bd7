using System.Reflection;
using Microsoft.AspNetCore.Razor.Hosting;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>A page of the administration.</summary>
/// <param name="Address">Without the parts that an address may leave out: <c>/Admin/Contents/ContentItems</c>.</param>
internal sealed record AdminScreen(string Address, AdminPageAttribute Page)
{
    /// <summary>Whether an address is this screen or lies below it.</summary>
    public bool Holds(PathString path) => Address == "/Admin"
        ? string.Equals(path.Value?.TrimEnd('/'), Address, StringComparison.OrdinalIgnoreCase)
        : path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Every screen with a line in the menu, found by the attribute on its page model.</summary>
internal sealed class AdminScreens
{
    public AdminScreens() => Menu =
    [
        .. typeof(AdminScreens).Assembly.GetCustomAttributes<RazorCompiledItemAttribute>()
            .Select(Read).OfType<AdminScreen>()
            .OrderBy(screen => screen.Page.Group).ThenBy(screen => screen.Page.Order).ThenBy(screen => screen.Address, StringComparer.Ordinal),
    ];

    /// <summary>In the order of the menu.</summary>
    public IReadOnlyList<AdminScreen> Menu { get; }

    // The address is written once, in the @page line; the compiler keeps it beside the page.
    private static AdminScreen? Read(RazorCompiledItemAttribute item)
    {
        if (item.Type.GetProperty("Model")?.PropertyType.GetCustomAttribute<AdminPageAttribute>() is not { Menu: not null } page) return null;
        var route = item.Type.GetCustomAttributes<RazorCompiledItemMetadataAttribute>().FirstOrDefault(entry => entry.Key == "RouteTemplate")?.Value;
        return route is null ? null : new AdminScreen(WithoutParameters(route), page);
    }

    private static string WithoutParameters(string route)
    {
        var parameter = route.IndexOf("/{", StringComparison.Ordinal);
        return "/" + (parameter < 0 ? route : route[..parameter]).Trim('/');
    }
}
