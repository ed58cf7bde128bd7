using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Tests.Admin.Form;

/// <summary>An open form, as a browser has it: its entries, to be changed and sent.</summary>
internal sealed partial class Desk
{
    private readonly HttpClient browser;
    private readonly List<KeyValuePair<string, string>> entries;

    private Desk(HttpClient browser, string address, string page, List<KeyValuePair<string, string>> entries) =>
        (this.browser, Address, Page, this.entries) = (browser, address, page, entries);

    public const string NewNote = "/Admin/Contents/ContentTypes/Note/Create";

    public string Address { get; private set; }

    /// <summary>The HTML.</summary>
    public string Page { get; }

    public static string Edit(string id) => $"/Admin/Contents/ContentItems/{id}/Edit";

    public static async Task<Desk> OpenAsync(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}");
        return Of(browser, address, page);
    }

    /// <summary>The form in an answer.</summary>
    public static async Task<Desk> OfAsync(HttpClient browser, HttpResponseMessage answer) =>
        Of(browser, answer.RequestMessage!.RequestUri!.PathAndQuery, await answer.Content.ReadAsStringAsync());

    /// <summary>The last value of an entry; null when the form has none.</summary>
    public string? this[string name] => entries.FindLast(entry => entry.Key == name) is { Key: not null } entry ? entry.Value : null;

    public string[] All(string name) => [.. entries.Where(entry => entry.Key == name).Select(entry => entry.Value)];

    public Desk With(string name, params string[] values)
    {
        entries.RemoveAll(entry => entry.Key == name);
        entries.AddRange(values.Select(value => new KeyValuePair<string, string>(name, value)));
        return this;
    }

    /// <summary>The form as it is now, to be sent later.</summary>
    public Desk Copy() => new(browser, Address, Page, [.. entries]);

    public Task<HttpResponseMessage> SaveAsync() => SendAsync("submit.Save", "submit.SaveAndContinue");

    public Task<HttpResponseMessage> PublishAsync() => SendAsync("submit.Publish", "submit.PublishAndContinue");

    public async Task<HttpResponseMessage> SendAsync(string button, string value, HttpClient? other = null)
    {
        using var body = new FormUrlEncodedContent(entries.Append(new(button, value)));
        return await (other ?? browser).PostAsync(Address, body);
    }

    /// <summary>Saves as the script does.</summary>
    public async Task<(HttpStatusCode Status, JsonElement Json)> AutosaveAsync(HttpClient? other = null)
    {
        using var body = new FormUrlEncodedContent(entries.Append(new("_autosave", "true")));
        With("_turn", (long.Parse(this["_turn"]!, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = body };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await (other ?? browser).SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }

    /// <summary>Takes over what the script takes over from the answer to an autosave.</summary>
    public Desk Take(JsonElement saved)
    {
        Address = saved.GetProperty("edit").GetString()!;
        foreach (var name in (string[])["version", "stamp", "base", "ticket"]) With("_" + name, saved.GetProperty(name).ToString());
        return this;
    }

    private static Desk Of(HttpClient browser, string address, string page)
    {
        var form = Forms().Matches(page).Select(match => match.Value).LastOrDefault(form => form.Contains("_ticket", StringComparison.Ordinal) || form.Contains("name=\"Stamp\"", StringComparison.Ordinal)) ?? "";
        var action = Action().Match(form) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : address;
        return new Desk(browser, action, page, [.. Controls().Matches(form).SelectMany(Read)]);
    }

    private static IEnumerable<KeyValuePair<string, string>> Read(Match control)
    {
        var head = control.Groups["head"].Value;
        var name = WebUtility.HtmlDecode(Attribute(head, "name") ?? "");
        if (name.Length == 0) return [];
        if (control.Value.StartsWith("<textarea", StringComparison.Ordinal)) return [new(name, WebUtility.HtmlDecode(control.Groups["text"].Value).TrimStart('\n').ReplaceLineEndings("\r\n"))];
        if (control.Value.StartsWith("<select", StringComparison.Ordinal))
        {
            return Options().Matches(control.Groups["text"].Value).Select(option => option.Groups[1].Value)
                .Where(option => option.Contains("selected", StringComparison.Ordinal)).Select(option => new KeyValuePair<string, string>(name, WebUtility.HtmlDecode(Attribute(option, "value") ?? "")));
        }

        var isOff = Attribute(head, "type") is "checkbox" or "radio" && !head.Contains("checked", StringComparison.Ordinal);
        return isOff ? [] : [new(name, WebUtility.HtmlDecode(Attribute(head, "value") ?? ""))];
    }

    private static string? Attribute(string head, string name) => Regex.Match(head, $"""\b{name}="([^"]*)" """.TrimEnd(), RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("""<form[^>]*\baction="([^"]*)" """)]
    private static partial Regex Action();

    [GeneratedRegex("<input(?<head>[^>]*)>|<textarea(?<head>[^>]*)>(?<text>.*?)</textarea>|<select(?<head>[^>]*)>(?<text>.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Controls();

    [GeneratedRegex("<option([^>]*)>")]
    private static partial Regex Options();
}
