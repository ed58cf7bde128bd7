using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>Writes JSON again with its expressions evaluated; JSON without any is given back as it is.</summary>
internal sealed class RecipeEvaluation(RecipeExpressions expressions)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private readonly List<string> path = [];

    /// <exception cref="RecipeException">An expression fails; the place says which.</exception>
    public JsonElement Evaluate(JsonElement json, RecipePlace place)
    {
        if (!ExpressionForm.MayOccurIn(json)) return json;
        path.Clear();
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            try
            {
                Write(json, writer);
            }
            catch (RecipeScriptException trouble)
            {
                throw new RecipeException(place with { Path = place.Path + string.Concat(path) }, trouble.Message, trouble);
            }
        }

        return JsonDocument.Parse(buffer.WrittenMemory).RootElement;
    }

    private void Write(JsonElement json, Utf8JsonWriter writer)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(json, writer);
                break;
            case JsonValueKind.Array:
                WriteArray(json, writer);
                break;
            case JsonValueKind.String when json.GetString() is ['[', ..] text:
                writer.WriteStringValue(expressions.Evaluate(text));
                break;
            default:
                json.WriteTo(writer);
                break;
        }
    }

    private void WriteObject(JsonElement json, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var member in json.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            path.Add("." + member.Name);
            Write(member.Value, writer);
            path.RemoveAt(path.Count - 1);
        }

        writer.WriteEndObject();
    }

    private void WriteArray(JsonElement json, Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        var place = 0;
        foreach (var element in json.EnumerateArray())
        {
            path.Add(string.Create(CultureInfo.InvariantCulture, $"[{place++}]"));
            Write(element, writer);
            path.RemoveAt(path.Count - 1);
        }

        writer.WriteEndArray();
    }
}
