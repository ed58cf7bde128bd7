using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Queries;

namespace CityKnowledge.Cms.Web.Search.Api;

/// <summary>Writes what a query found: <c>{ "items": [ … ], "count": 12 }</c>; <c>count</c> is the number of all hits.</summary>
internal sealed class QueryAnswer(NamedQueryResult? found, bool asItems) : IResult
{
    // The answer is JSON, never part of a page: letters of every script stay as they are.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, Readable);
        json.WriteStartObject();
        WriteItems(json);
        json.WriteNumber("count", found?.Total ?? 0);
        json.WriteEndObject();
        await json.FlushAsync(httpContext.RequestAborted);
    }

    private void WriteItems(Utf8JsonWriter json)
    {
        if (found is null)
        {
            json.WriteNull("items");
            return;
        }

        json.WriteStartArray("items");
        if (asItems)
        {
            foreach (var item in found.Items) ContentItemJson.Write(json, item);
        }
        else
        {
            foreach (var row in found.Rows) WriteRow(json, row);
        }

        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> row)
    {
        json.WriteStartObject();
        foreach (var (name, value) in row)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case long whole: json.WriteNumberValue(whole); break;
            case double number: json.WriteNumberValue(number); break;
            case string text: json.WriteStringValue(text); break;
            case IEnumerable values:
                json.WriteStartArray();
                foreach (var one in values) Write(json, one);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(value.ToString()); break;
        }
    }
}
