using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary>Addresses of files of the media library.</summary>
internal static class MediaAddress
{
    private static readonly string[] Places = ["width", "height", "mode", "quality", "format", "anchor", "bgcolor", "profile"];

    public static string Of(Page page, string path) =>
        path.Contains("://", StringComparison.Ordinal) || path.StartsWith('/') ? path : Addresses.Href(page, "~/media" + new PathString("/" + path).ToUriComponent());

    /// <summary>Asks for another size: <c>width</c>, <c>height</c>, <c>rmode</c> and so on.</summary>
    public static string Resized(string address, FilterArguments arguments)
    {
        var query = new List<string>();
        for (var i = 0; i < Places.Length; i++)
        {
            var value = arguments.HasNamed(Places[i]) ? arguments[Places[i]] : Unnamed(arguments, i);
            if (value is null || value.IsNil()) continue;
            query.Add($"{Parameter(Places[i])}={Uri.EscapeDataString(value.ToStringValue())}");
        }

        if (query.Count == 0) return address;
        return address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + string.Join('&', query);
    }

    private static Fluid.Values.FluidValue? Unnamed(FilterArguments arguments, int place) => arguments.Names.Any() ? null : arguments.At(place);

    private static string Parameter(string name) => name switch
    {
        "mode" => "rmode",
        "anchor" => "rxy",
        _ => name,
    };
}
