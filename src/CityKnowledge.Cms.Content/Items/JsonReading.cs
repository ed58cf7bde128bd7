using System.Globalization;
using System.Text.Json;

namespace CityKnowledge.Cms.Content.Items;

/// <summary>Reads JSON that may lack what is asked for.</summary>
public static class JsonReading
{
    /// <summary>The value that a text stands for; an element of kind Undefined when the text is no JSON.</summary>
    public static JsonElement Parse(string text)
    {
        try
        {
            var json = JsonElement.Parse(text);
            // Half a surrogate pair such as "\ud800" comes to light only when it is written.
            JsonSerializer.SerializeToUtf8Bytes(json);
            return json;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            return default;
        }
    }

    /// <summary>The member, or an element of kind Undefined.</summary>
    public static JsonElement Get(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The text of a string, number or boolean; null for everything else.</summary>
    public static string? AsText(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => json.GetRawText(),
        _ => null,
    };

    /// <summary>A number, also when it was written as text: 1.5, but not 1,500, which means one and a half to half the world.</summary>
    public static decimal? AsNumber(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetDecimal(out var number) => number,
        JsonValueKind.String when decimal.TryParse(json.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public static bool? AsFlag(this JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(json.GetString(), out var flag) => flag,
        _ => null,
    };

    /// <summary>A moment in UTC from ISO 8601 text; text without zone is taken as UTC.</summary>
    public static DateTime? AsMoment(this JsonElement json) =>
        json.ValueKind == JsonValueKind.String
        && DateTime.TryParse(json.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;

    /// <summary>A time of day.</summary>
    public static TimeSpan? AsTime(this JsonElement json) =>
        json.ValueKind == JsonValueKind.String && TimeSpan.TryParse(json.GetString(), CultureInfo.InvariantCulture, out var time) ? time : null;

    /// <summary>The texts of an array; none when it is no array.</summary>
    public static IEnumerable<string> AsTexts(this JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) yield break;
        foreach (var element in json.EnumerateArray())
        {
            if (element.AsText() is { } text) yield return text;
        }
    }
}
