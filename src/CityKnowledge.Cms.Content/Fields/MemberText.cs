using System.Text.Json;
using System.Text.Json.Nodes;

namespace CityKnowledge.Cms.Content.Fields;

/// <summary>How people write a member that is no single value: as a text.</summary>
/// <param name="Write">The stored value as text.</param>
/// <param name="Parse">The text as it is stored; null when it is wrong.</param>
/// <param name="Expected">What would be right: "a list of …".</param>
public sealed record MemberText(Func<JsonElement, string> Write, Func<string, JsonNode?> Parse, FormattableString Expected);
