using System.Buffers;
using System.Text;
using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Transport;

namespace CityKnowledge.Cms.Web.GraphQl.Http;

/// <summary>Reads a query from a request: JSON, plain query text, or the query string.</summary>
internal static class RequestReading
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new GraphQLRequestJsonConverter(), new InputsJsonConverter() } };

    /// <summary>The request, or null when it cannot be read as one.</summary>
    public static async ValueTask<GraphQLRequest?> FindAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            var found = HttpMethods.IsGet(request.Method) ? FromQueryString(request.Query)
                : !HttpMethods.IsPost(request.Method) ? null
                : MediaType(request) switch
                {
                    "application/json" => await FromBodyAsync(request, ReadJson, cancel),
                    "application/graphql" => await FromBodyAsync(request, ReadText, cancel),
                    _ => FromQueryString(request.Query),
                };
            return string.IsNullOrWhiteSpace(found?.Query) ? null : found;
        }
        catch (Exception trouble) when (trouble is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? MediaType(HttpRequest request)
    {
        var type = request.ContentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase) ? "application/json"
            : type.Equals("application/graphql", StringComparison.OrdinalIgnoreCase) ? "application/graphql"
            : null;
    }

    private static GraphQLRequest FromQueryString(IQueryCollection query) => new()
    {
        Query = query["query"],
        OperationName = query["operationName"],
        Variables = query["variables"] is [{ Length: > 0 } variables] ? JsonSerializer.Deserialize<Inputs>(variables, Json) : null,
    };

    private static async ValueTask<GraphQLRequest?> FromBodyAsync(
        HttpRequest request, Func<ReadOnlySequence<byte>, GraphQLRequest?> read, CancellationToken cancel)
    {
        if (request.ContentLength > GraphQlSettings.MaxRequestBytes) return null;
        while (true)
        {
            var part = await request.BodyReader.ReadAsync(cancel);
            if (part.IsCompleted) return ReadAll(request, part.Buffer, read);
            var tooLong = part.Buffer.Length > GraphQlSettings.MaxRequestBytes;
            request.BodyReader.AdvanceTo(tooLong ? part.Buffer.End : part.Buffer.Start, part.Buffer.End);
            if (tooLong) return null;
        }
    }

    private static GraphQLRequest? ReadAll(HttpRequest request, ReadOnlySequence<byte> body, Func<ReadOnlySequence<byte>, GraphQLRequest?> read)
    {
        try
        {
            return read(body);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private static GraphQLRequest? ReadJson(ReadOnlySequence<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        return JsonSerializer.Deserialize<GraphQLRequest>(ref reader, Json);
    }

    private static GraphQLRequest ReadText(ReadOnlySequence<byte> body) => new() { Query = Encoding.UTF8.GetString(body) };
}
