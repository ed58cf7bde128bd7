using System.Text.Json;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Content.Fields;

/// <summary>Reads and checks JSON against a <see cref="FieldShape"/>.</summary>
public static class ShapeReading
{
    /// <summary>Whether every member that the shape knows is absent, null, empty text or an empty array.</summary>
    public static bool IsEmpty(FieldShape shape, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(shape);
        foreach (var member in shape.Members)
        {
            if (!IsEmpty(value.Get(member.Name))) return false;
        }

        return true;
    }

    /// <summary>The first member whose value has the wrong kind, with what would be right; null when all are right.</summary>
    public static (FieldMember Member, FormattableString Expected)? FindMismatch(FieldShape shape, JsonElement value)
    {
        ArgumentNullException.ThrowIfNull(shape);
        foreach (var member in shape.Members)
        {
            var json = value.Get(member.Name);
            if (json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) continue;
            if (!Fits(member.Kind, json)) return (member, Expected(member.Kind));
        }

        return null;
    }

    /// <summary>What would be right: "a number".</summary>
    public static FormattableString Expected(MemberKind kind) => kind switch
    {
        MemberKind.Number => (FormattableString)$"a number",
        MemberKind.Flag => $"true or false, without quotes",
        MemberKind.Date => $"a date such as 2025-03-01",
        MemberKind.Moment => $"a moment such as 2025-03-01T09:00:00Z",
        MemberKind.Time => $"a time such as 09:30:00",
        MemberKind.Texts => $"a list of texts",
        MemberKind.Items or MemberKind.Terms => $"a list of ids of at most 26 characters",
        MemberKind.MediaPaths => $"a list of media paths",
        _ => $"text",
    };

    private static bool IsEmpty(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(json.GetString()),
        JsonValueKind.Array => json.GetArrayLength() == 0,
        _ => false,
    };

    private static bool Fits(MemberKind kind, JsonElement json) => kind switch
    {
        MemberKind.Number => json.AsNumber() is not null,
        MemberKind.Flag => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        MemberKind.Date or MemberKind.Moment => json.AsMoment() is not null,
        MemberKind.Time => json.AsTime() is not null,
        MemberKind.Items or MemberKind.Terms => IsTexts(json) && json.AsTexts().All(id => id.Length <= ContentId.Length),
        MemberKind.Texts or MemberKind.MediaPaths => IsTexts(json),
        MemberKind.Opaque => true,
        _ => json.ValueKind == JsonValueKind.String,
    };

    private static bool IsTexts(JsonElement json) =>
        json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(element => element.ValueKind is JsonValueKind.String or JsonValueKind.Null);
}
