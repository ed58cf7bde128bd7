using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Tests;

/// <summary>What a person does with a form: opens the page, fills it in, sends it.</summary>
internal static partial class Browsing
{
    /// <summary>Opens the page for its hidden fields, then posts them with these values.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(HttpClient browser, string path, params (string Name, string Value)[] values)
    {
        var page = await browser.GetStringAsync(path);
        var fields = new Dictionary<string, string>();
        foreach (Match match in Hidden().Matches(page)) fields[match.Groups["name"].Value] = System.Net.WebUtility.HtmlDecode(match.Groups["value"].Value);
        foreach (var (name, value) in values) fields[name] = value;
        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(path, form);
    }

    [GeneratedRegex("""<input (?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""")]
    private static partial Regex Hidden();
}
