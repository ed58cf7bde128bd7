using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace CityKnowledge.Cms.Web.GraphQl.Http;

/// <summary>Writes results straight into the response. Plain values are most of an answer, so they are written without the serializer.</summary>
internal sealed class ResponseWriting(GraphQlSettings settings)
{
    // Escaping for the inside of HTML pages would double the size of html members; this is never one, and says so.
    private static readonly JsonWriterOptions Plain = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonSerializerOptions json = new()
    {
        Encoder = Plain.Encoder,
        Converters = { new ExecutionErrorJsonConverter(new ErrorInfoProvider(options => options.ExposeExceptionDetails = settings.ExposeExceptions)) },
    };

    public async Task WriteAsync(HttpResponse response, ExecutionResult result, int status, CancellationToken cancel)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.Headers.XContentTypeOptions = "nosniff";
        Write(response, result);
        await response.BodyWriter.FlushAsync(cancel);
    }

    private void Write(HttpResponse response, ExecutionResult result)
    {
        using var writer = new Utf8JsonWriter(response.BodyWriter, Plain);
        writer.WriteStartObject();
        if (result.Errors is { Count: > 0 } errors)
        {
            writer.WritePropertyName("errors"u8);
            JsonSerializer.Serialize(writer, errors, json);
        }

        if (result.Executed)
        {
            writer.WritePropertyName("data"u8);
            WriteNode(writer, result.Data as ExecutionNode);
        }

        writer.WriteEndObject();
    }

    private void WriteNode(Utf8JsonWriter writer, ExecutionNode? node)
    {
        switch (node)
        {
            case ObjectExecutionNode { SubFields: { } fields }:
                writer.WriteStartObject();
                foreach (var field in fields)
                {
                    writer.WritePropertyName(field.Name!);
                    WriteNode(writer, field);
                }

                writer.WriteEndObject();
                break;
            case ArrayExecutionNode { Items: { } items }:
                writer.WriteStartArray();
                foreach (var item in items) WriteNode(writer, item);
                writer.WriteEndArray();
                break;
            case ArrayExecutionNode array: WriteValue(writer, array.SerializedResult); break;
            case ValueExecutionNode value: WriteValue(writer, value.ToValue()); break;
            default: writer.WriteNullValue(); break;
        }
    }

    private void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            default: JsonSerializer.Serialize(writer, value, json); break;
        }
    }
}
