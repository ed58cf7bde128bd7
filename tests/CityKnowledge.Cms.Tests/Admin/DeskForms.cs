using System.Net;
using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Tests.Admin;

/// <summary>Sends forms of the administration as a browser does.</summary>
internal static partial class DeskForms
{
    /// <summary>The anti-forgery token of a page.</summary>
    public static async Task<string> TokenAsync(HttpClient browser, string page = "/Admin")
    {
        using var answer = await browser.GetAsync(page);
        return Token().Match(await answer.Content.ReadAsStringAsync()).Groups["token"].Value;
    }

    /// <summary>Posts these fields, which may repeat, with the token of the start page.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        var token = await TokenAsync(browser);
        using var form = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]);
        return await browser.PostAsync(address, form);
    }

    /// <summary>The text of an answer, with its entities resolved.</summary>
    public static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    /// <summary>The text of a page that must be there, with its entities resolved.</summary>
    public static async Task<string> ReadAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        var text = await TextAsync(answer);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"GET {address} answered {(int)answer.StatusCode}: {text}");
        return text;
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
