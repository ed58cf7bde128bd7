using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;

namespace CityKnowledge.Cms.Web.Fields;

/// <summary>Stored values as HTML inputs write them.</summary>
internal static class InputText
{
    public const string DateFormat = "yyyy-MM-dd";
    public const string MomentFormat = "yyyy-MM-ddTHH:mm";

    /// <summary>The texts of one member. A value of the wrong kind is shown as it is, so that it can be mended.</summary>
    public static IReadOnlyList<string> Write(FieldMember member, JsonElement parent)
    {
        var json = parent.Get(member.Name);
        if (member.Text is { } text) return text.Write(json) is { Length: > 0 } written ? [written] : [];
        if (json.ValueKind == JsonValueKind.Array) return [.. json.AsTexts()];
        if (json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) return [];
        return [Write(member.Kind, json)];
    }

    private static string Write(MemberKind kind, JsonElement json) => kind switch
    {
        MemberKind.Date when json.AsMoment() is { } day => day.ToString(DateFormat, CultureInfo.InvariantCulture),
        MemberKind.Moment when json.AsMoment() is { } moment => LocalTime.ToLocal(moment).ToString(FormatOf(moment), CultureInfo.InvariantCulture),
        MemberKind.Time when json.AsTime() is { } time => time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture),
        MemberKind.Number when json.AsNumber() is { } number => number.ToString(CultureInfo.InvariantCulture),
        _ => json.AsText() ?? json.GetRawText(),
    };

    // Seconds are shown only where there are any: a form that is sent unchanged must change nothing.
    private static string FormatOf(System.DateTime moment) => moment switch
    {
        { Millisecond: > 0 } => "yyyy-MM-ddTHH:mm:ss.fff",
        { Second: > 0 } => "yyyy-MM-ddTHH:mm:ss",
        _ => MomentFormat,
    };
}
