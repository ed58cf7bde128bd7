using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Benchmarks.Load;

namespace CityKnowledge.Cms.Benchmarks.Servers;

/// <summary>An administrator's browser, signed in through the link that the server printed.</summary>
internal sealed partial class SignedIn : IDisposable
{
    private readonly HttpClient http;
    private readonly SocketsHttpHandler browser;

    private SignedIn(HttpClient http, SocketsHttpHandler browser) => (this.http, this.browser) = (http, browser);

    /// <summary>The header with the cookies of the session.</summary>
    public string Cookie => browser.CookieContainer.GetCookieHeader(http.BaseAddress!);

    /// <exception cref="WrongAnswerException">The link does not sign in.</exception>
    public static async Task<SignedIn> AsAdministratorAsync(ServerProcess server)
    {
        var sockets = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        var client = new HttpClient(sockets) { BaseAddress = new Uri($"http://127.0.0.1:{server.Port.ToString(CultureInfo.InvariantCulture)}") };
        var link = Link().Match(server.Printed).Value;
        if (link.Length == 0) throw new WrongAnswerException($"The server printed no link to sign in:\n{server.Printed}");
        var fields = Field().Matches(Form().Match(await client.GetStringAsync(link)).Value).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(link, form);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? new SignedIn(client, sockets)
            : throw new WrongAnswerException($"The link did not sign in: {answer.StatusCode}.");
    }

    /// <summary>The address of a page of a list, reached as people reach it: by one "next" after the other.</summary>
    public async Task<string> FindPageAsync(string list, int number)
    {
        var address = list;
        for (var page = 1; page < number; page++)
        {
            var next = Next().Match(await http.GetStringAsync(address));
            if (!next.Success) return address;
            address = WebUtility.HtmlDecode(next.Groups["address"].Value);
        }

        return address;
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex(@"/Users/SignInLink\?token=[\w-]+")]
    private static partial Regex Link();

    [GeneratedRegex("""<form [^>]*class="[^"]*sign-in.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input (?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""")]
    private static partial Regex Field();

    [GeneratedRegex("""rel="next" href="(?<address>[^"]*)">""")]
    private static partial Regex Next();
}
