using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Tests;

/// <summary>What a person does with a form: opens the page, fills it in, sends it.</summary>
internal static partial class Browsing
{
    /// <summary>Opens the page for its hidden fields, then posts them with these values.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(HttpClient browser, string path, params (string Name, string Value)[] values)
    {
        var page = await browser.GetStringAsync(path);
        // The form without an action of its own is the page's; others belong to the frame around it.
        var own = Forms().Matches(page).Select(form => form.Value).LastOrDefault(form => !form[..form.IndexOf('>', StringComparison.Ordinal)].Contains("action=", StringComparison.Ordinal)) ?? page;
        var fields = new Dictionary<string, string>();
        foreach (Match match in Hidden().Matches(own)) fields[match.Groups["name"].Value] = System.Net.WebUtility.HtmlDecode(match.Groups["value"].Value);
        foreach (var (name, value) in values) fields[name] = value;
        using var form = new FormUrlEncodedContent(fields);
        return await browser.PostAsync(path, form);
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<input (?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""")]
    private static partial Regex Hidden();
}
