using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityKnowledge.Cms.Content.Types;

/// <summary>
/// The <c>Settings</c> object of a type, part or field: settings class name → members. Missing settings mean the class
/// default; unknown ones are kept and written back.
/// </summary>
public sealed class SettingsBag(JsonElement json)
{
    private static readonly JsonSerializerOptions Lenient = new()
    {
        PropertyNameCaseInsensitive = true,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new JsonStringEnumConverter(), new LenientFlag() },
    };

    private readonly ConcurrentDictionary<Type, object> read = new();

    public static SettingsBag Empty { get; } = new(JsonDocument.Parse("{}").RootElement);

    /// <summary>The object as it was defined.</summary>
    public JsonElement Json { get; } = json;

    /// <summary>The settings whose class name is <typeparamref name="TSettings"/>'s name.</summary>
    /// <exception cref="ContentDefinitionException">A member has a value of the wrong kind.</exception>
    public TSettings Get<TSettings>()
        where TSettings : class, new() => (TSettings)read.GetOrAdd(typeof(TSettings), _ => Read<TSettings>());

    private TSettings Read<TSettings>()
        where TSettings : class, new()
    {
        if (Json.ValueKind != JsonValueKind.Object || !Json.TryGetProperty(typeof(TSettings).Name, out var settings)) return new TSettings();
        try
        {
            return settings.Deserialize<TSettings>(Lenient) ?? new TSettings();
        }
        catch (JsonException trouble)
        {
            throw new ContentDefinitionException($"{typeof(TSettings).Name}{trouble.Path?.TrimStart('$')}: the value has the wrong kind. {trouble.Message}");
        }
    }

    // Recipe expressions always give text, so "true" must do where true is meant.
    private sealed class LenientFlag : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when bool.TryParse(reader.GetString(), out var flag) => flag,
            _ => throw new JsonException("Expected true or false."),
        };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}
