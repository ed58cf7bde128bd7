using CityKnowledge.Cms.Content.Media;
using CityKnowledge.Cms.Web.Liquid.Shapes;
using Fluid;
using Fluid.Values;

namespace CityKnowledge.Cms.Web.Liquid.Filters;

/// <summary>Addresses of files of the media library.</summary>
internal static class MediaAddress
{
    private static readonly string[] Places = ["width", "height", "mode", "quality", "format", "anchor", "bgcolor"];

    public static string Of(Page page, string path) =>
        path.Contains("://", StringComparison.Ordinal) || path.StartsWith('/') ? path : Addresses.Href(page, "~/media" + new PathString("/" + path).ToUriComponent());

    /// <summary>Asks for another size; signed, since whoever writes a template may ask for any.</summary>
    public static string Resized(string address, FilterArguments arguments, MediaToken token)
    {
        var query = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Places.Length; i++)
        {
            var value = arguments.HasNamed(Places[i]) ? arguments[Places[i]] : arguments.Names.Any() ? NilValue.Instance : arguments.At(i);
            if (!value.IsNil()) query[Parameter(Places[i])] = value.ToStringValue();
        }

        var command = ResizeCommand.Read(query.GetValueOrDefault);
        if (command.IsEmpty) return address;
        query["token"] = token.Sign(command);
        var parameters = string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return address + (address.Contains('?', StringComparison.Ordinal) ? '&' : '?') + parameters;
    }

    private static string Parameter(string name) => name switch
    {
        "mode" => "rmode",
        "anchor" => "rxy",
        _ => name,
    };
}
