using System.Text.Json;
using System.Text.Json.Nodes;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Web.Parts.SeoMeta;

/// <summary>Structured data of an editor's own: stored as the text that Orchard stores, which must be JSON.</summary>
internal static class StructuredData
{
    public static MemberText Text { get; } = new(Write, Parse, $"structured data in JSON, such as {{\"@context\":\"https://schema.org\",\"@type\":\"Event\"}}, without a script element around it");

    private static string Write(JsonElement stored) => stored.AsText() ?? "";

    private static JsonValue? Parse(string text) => JsonReading.Parse(text).ValueKind is JsonValueKind.Object or JsonValueKind.Array ? JsonValue.Create(text) : null;
}
