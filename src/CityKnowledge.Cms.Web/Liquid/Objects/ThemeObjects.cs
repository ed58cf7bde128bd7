using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Objects;

/// <summary>The objects every template knows. They hold nothing themselves: the page being made answers.</summary>
internal static class ThemeObjects
{
    public static IReadOnlyList<(string Name, FluidValue Value)> All { get; } =
    [
        ("Content", new ContentObject()),
        ("Culture", new CultureObject()),
        ("Environment", new EnvironmentObject()),
        ("HttpContext", new HttpContextObject()),
        ("Queries", new QueriesObject()),
        ("Request", new RequestObject()),
        ("Site", new SiteObject()),
        ("User", new UserObject()),
    ];
}
