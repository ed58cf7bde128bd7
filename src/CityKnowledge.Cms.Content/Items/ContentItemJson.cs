using System.Text.Json;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Writes content items in Orchard's form: the well-known members first, always all of them, then the parts.</summary>
public static class ContentItemJson
{
    public static void Write(Utf8JsonWriter json, ContentItem item)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(item);
        json.WriteStartObject();
        json.WriteString("ContentItemId", item.ContentItemId);
        json.WriteString("ContentItemVersionId", item.ContentItemVersionId);
        json.WriteString("ContentType", item.ContentType);
        json.WriteString("DisplayText", item.DisplayText);
        json.WriteBoolean("Latest", item.Latest);
        json.WriteBoolean("Published", item.Published);
        WriteMoment(json, "ModifiedUtc", item.ModifiedUtc);
        WriteMoment(json, "PublishedUtc", item.PublishedUtc);
        WriteMoment(json, "CreatedUtc", item.CreatedUtc);
        json.WriteString("Owner", item.Owner);
        json.WriteString("Author", item.Author);
        if (item.Content.ValueKind == JsonValueKind.Object)
        {
            // A contained item carries its well-known members in its own JSON: only objects and arrays are parts.
            foreach (var part in item.Content.EnumerateObject())
            {
                if (part.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array) part.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteMoment(Utf8JsonWriter json, string name, DateTime? moment)
    {
        if (moment is { } value) json.WriteString(name, value);
        else json.WriteNull(name);
    }
}
