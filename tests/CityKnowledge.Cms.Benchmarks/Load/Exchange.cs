using System.Globalization;
using System.Text;

namespace CityKnowledge.Cms.Benchmarks.Load;

/// <summary>A request as it goes over the wire, and what the body of its answer must contain.</summary>
internal sealed record Exchange(string Name, byte[] Request, IReadOnlyList<byte[]> Expected)
{
    public static Exchange Get(string address, params string[] expected) =>
        new($"GET {address}", Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n"), Encode(expected));

    /// <summary>A request of someone who is signed in.</summary>
    public static Exchange Get(string address, string cookie, string[] expected) =>
        new($"GET {address}", Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n"), Encode(expected));

    public static Exchange PostJson(string address, string json, params string[] expected)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var head = $"POST {address} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {body.Length.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
        return new($"POST {address} {json}", [.. Encoding.ASCII.GetBytes(head), .. body], Encode(expected));
    }

    private static byte[][] Encode(string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}

/// <summary>An answer was not what it must be; a figure for wrong answers would be worthless.</summary>
internal sealed class WrongAnswerException(string message) : Exception(message);
