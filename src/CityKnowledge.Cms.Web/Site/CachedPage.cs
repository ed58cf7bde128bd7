using CityKnowledge.Cms.Web.Http;
using CityKnowledge.Cms.Web.Liquid;
using CityKnowledge.Cms.Web.Liquid.Caching;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>A page as visitors get it, kept until content changes.</summary>
/// <param name="Policy">See <see cref="PagePolicy"/>.</param>
internal sealed record CachedPage(PackedBody Body, string ETag, string Policy, Freshness Freshness);

/// <summary>What a kept page was made for: the whole address, since templates read all of it.</summary>
internal readonly record struct PageKey(string Path, string Query, string Host, bool IsHttps)
{
    public static PageKey Of(HttpRequest request) =>
        new(request.Path.Value!, request.QueryString.Value ?? "", request.Host.Value ?? "", request.IsHttps);
}
