using System.Net;
using CityKnowledge.Cms.Web.Settings;

namespace CityKnowledge.Cms.Web.Accounts;

/// <summary>Settings about signing in that the owner of the site chooses.</summary>
/// <param name="PostsPerMinute">How many account forms one address may send.</param>
/// <param name="Proxies">Reverse proxies whose word about scheme and client address is taken.</param>
internal sealed record AccountSettings(int PostsPerMinute, IReadOnlyList<IPNetwork> Proxies)
{
    private const string ProxySection = "OrchardCore:OrchardCore_ReverseProxy";

    public static AccountSettings Read(SettingReader settings, IConfiguration configuration)
    {
        settings.CheckKeys("Accounts", "PostsPerMinute");
        settings.CheckKeys(ProxySection, "KnownProxies");
        var proxies = configuration.GetSection($"{ProxySection}:KnownProxies").GetChildren().Select(child => ReadNetwork(child.Path, child.Value ?? ""));
        return new AccountSettings(settings.Number("Accounts:PostsPerMinute", 60, 5, 100_000), [.. proxies]);
    }

    private static IPNetwork ReadNetwork(string key, string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw SettingReader.Refuse(key, text, "addresses such as 10.0.0.5 and networks such as 10.0.0.0/8");
}
