using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Settings;

/// <summary>The settings of the site that people change in a form.</summary>
/// <param name="BaseUrl">Public address without trailing slash; empty when it is to be taken from each request.</param>
/// <param name="TimeZoneId">IANA name.</param>
/// <param name="PageSize">Entries of a page of a list.</param>
public sealed record GeneralSettings(string SiteName, string BaseUrl, string TimeZoneId, int PageSize)
{
    public const int LargestPage = 100;
    private const int LongestName = 200;
    private const int LongestAddress = 500;

    public static GeneralSettings Of(SiteDocument site)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new GeneralSettings(site.SiteName, site.BaseUrl, site.TimeZoneId, site.PageSize);
    }

    /// <summary>The same for the same values: who saves says on which ones the change is based.</summary>
    public string Stamp
    {
        get
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{SiteName}\n{BaseUrl}\n{TimeZoneId}\n{PageSize}");
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        }
    }

    /// <summary>What is wrong, each with the name of the setting.</summary>
    public IEnumerable<ContentProblem> Check()
    {
        if (SiteName.Length == 0) yield return new(nameof(SiteName), $"The site needs a name.");
        if (SiteName.Length > LongestName) yield return new(nameof(SiteName), $"The name may have at most {LongestName} characters.");
        if (BaseUrl.Length > 0 && !IsBase(BaseUrl)) yield return new(nameof(BaseUrl), $"The address must look like https://www.example.org, without anything after the path.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZoneId, out _)) yield return new(nameof(TimeZoneId), $"There is no time zone '{TimeZoneId}'. Right would be a name such as UTC or Asia/Bangkok.");
        if (PageSize is < 1 or > LargestPage) yield return new(nameof(PageSize), $"A page can have from 1 to {LargestPage} entries.");
    }

    private static bool IsBase(string address) =>
        address.Length <= LongestAddress && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Length > 0 && uri.UserInfo.Length == 0 && !address.Contains('?', StringComparison.Ordinal) && !address.Contains('#', StringComparison.Ordinal);
}
