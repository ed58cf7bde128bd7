using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Makes the addresses that templates write.</summary>
internal static class Addresses
{
    /// <summary><c>~/x</c> and <c>/x</c> below the site's base; everything else stays.</summary>
    public static string Href(Page page, string address)
    {
        if (!address.StartsWith("~/", StringComparison.Ordinal)) return address;
        var pathBase = page.Http.Request.PathBase;
        return pathBase.HasValue ? pathBase.ToUriComponent() + address[1..] : address[1..];
    }

    /// <summary>The address with scheme and host.</summary>
    public static string Absolute(Page page, string address)
    {
        if (address.Contains("://", StringComparison.Ordinal)) return address;
        var path = Href(page, address);
        if (!path.StartsWith('/')) path = "/" + path;
        return Origin(page) + path;
    }

    /// <summary>The address of a theme's file with its version, when the theme has that file; else unchanged.</summary>
    public static string Versioned(Page page, string address)
    {
        var path = address.StartsWith('~') ? address[1..] : address;
        return page.Theme.Assets.TryGetValue(path, out var asset) ? $"{address}?v={asset.Version}" : address;
    }

    /// <summary>The public page of an item, from the root of the host.</summary>
    public static string Display(Page page, ContentItem item)
    {
        var path = item.ContentItemId == page.Site.HomeItemId ? "/" : Written(item);
        return page.Http.Request.PathBase.HasValue ? page.Http.Request.PathBase.ToUriComponent() + path : path;
    }

    /// <summary>The same as a path of a request to this site.</summary>
    public static PathString Path(Page page, ContentItem item) =>
        item.ContentItemId == page.Site.HomeItemId ? "/" : PathString.FromUriComponent(Written(item));

    private static string Written(ContentItem item)
    {
        var route = item.Part("AutoroutePart");
        if (route.Get("Disabled").AsFlag() == true || route.Get("Path").AsText() is not { Length: > 0 } path) return $"/Contents/ContentItems/{item.ContentItemId}";
        return new PathString("/" + path.TrimStart('/')).ToUriComponent();
    }

    private static string Origin(Page page)
    {
        if (page.Site.BaseUrl is { Length: > 0 } address) return address;
        var request = page.Http.Request;
        return $"{request.Scheme}://{request.Host.ToUriComponent()}";
    }
}
