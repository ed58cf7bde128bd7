using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CityKnowledge.Cms.Benchmarks.Load;

namespace CityKnowledge.Cms.Benchmarks.Servers;

/// <summary>An administrator's browser, signed in through the link that the server printed.</summary>
internal sealed partial class SignedIn : IDisposable
{
    private readonly HttpClient http;
    private readonly Dictionary<string, string> cookies = [];

    private SignedIn(int port) =>
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}") };

    /// <summary>The header with the cookies of the session.</summary>
    public string Cookie => string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    /// <exception cref="WrongAnswerException">The link does not sign in.</exception>
    public static async Task<SignedIn> AsAdministratorAsync(ServerProcess server)
    {
        var link = Link().Match(server.Printed).Value;
        if (link.Length == 0) throw new WrongAnswerException($"The server printed no link to sign in:\n{server.Printed}");
        var admin = new SignedIn(server.Port);
        var (_, page) = await admin.SendAsync(new HttpRequestMessage(HttpMethod.Get, link));
        var fields = Field().Matches(page).Select(field => KeyValuePair.Create(field.Groups["name"].Value, WebUtility.HtmlDecode(field.Groups["value"].Value)));
        var (status, _) = await admin.SendAsync(new HttpRequestMessage(HttpMethod.Post, link) { Content = new FormUrlEncodedContent(fields) });
        return status == HttpStatusCode.Redirect ? admin : throw new WrongAnswerException($"The link did not sign in: {status}.");
    }

    /// <summary>The address of a page of a list, reached as people reach it: by one "next" after the other.</summary>
    public async Task<string> FindPageAsync(string list, int number)
    {
        var address = list;
        for (var page = 1; page < number; page++)
        {
            var next = Next().Match((await SendAsync(new HttpRequestMessage(HttpMethod.Get, address))).Body);
            if (!next.Success) return address;
            address = WebUtility.HtmlDecode(next.Groups["address"].Value);
        }

        return address;
    }

    public void Dispose() => http.Dispose();

    // Browsers keep secure cookies of a loopback address without TLS; .NET's container does not send them back.
    private async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (cookies.Count > 0) request.Headers.Add("Cookie", Cookie);
            using var answer = await http.SendAsync(request);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                var end = cookie.IndexOf(';', StringComparison.Ordinal);
                var pair = (end < 0 ? cookie : cookie[..end]).Split('=', 2);
                cookies[pair[0]] = pair[1];
            }

            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
    }

    [GeneratedRegex(@"/Users/SignInLink\?token=[\w-]+")]
    private static partial Regex Link();

    [GeneratedRegex("""<input (?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""")]
    private static partial Regex Field();

    [GeneratedRegex("""rel="next" href="(?<address>[^"]*)">""")]
    private static partial Regex Next();
}
