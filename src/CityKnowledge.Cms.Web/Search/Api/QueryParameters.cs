using System.Text.Json;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.Search.Api;

/// <summary>Reads the parameters of queries: a JSON object.</summary>
internal static class QueryParameters
{
    private const int LongestBody = 256 * 1024;
    private static readonly Dictionary<string, object?> None = [];

    /// <exception cref="BadQueryException">The text is no JSON object.</exception>
    public static IReadOnlyDictionary<string, object?> Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return None;
        try
        {
            return Read(JsonDocument.Parse(text).RootElement);
        }
        catch (JsonException trouble)
        {
            throw new BadQueryException($"The parameters are no JSON object: {trouble.Message}", trouble);
        }
    }

    /// <exception cref="BadQueryException">It is no object.</exception>
    public static IReadOnlyDictionary<string, object?> Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => None,
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(member => member.Name, member => (object?)member.Value, StringComparer.Ordinal),
        _ => throw new BadQueryException("The parameters have to be a JSON object such as {\"size\": 2}."),
    };

    /// <summary>The body as JSON; kind Undefined when there is none.</summary>
    /// <exception cref="BadQueryException">The body is no JSON, or too long.</exception>
    public static async Task<JsonElement> ReadBodyAsync(HttpRequest request)
    {
        if (request.ContentLength is 0 or null && !request.Headers.ContainsKey("Transfer-Encoding")) return default;
        if (request.ContentLength > LongestBody) throw new BadQueryException($"The body is longer than {LongestBody} bytes.");
        try
        {
            using var body = new MemoryStream();
            var buffer = new byte[16 * 1024];
            for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
            {
                await body.WriteAsync(buffer.AsMemory(0, read), request.HttpContext.RequestAborted);
                if (body.Length > LongestBody) throw new BadQueryException($"The body is longer than {LongestBody} bytes.");
            }

            return body.Length == 0 ? default : JsonDocument.Parse(body.ToArray()).RootElement;
        }
        catch (JsonException trouble)
        {
            throw new BadQueryException($"The body is no JSON: {trouble.Message}", trouble);
        }
    }
}
