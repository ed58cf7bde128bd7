using System.Globalization;
using System.Text;

namespace CityKnowledge.Cms.Content.Queries;

/// <summary>The last row of a page: the next page begins behind it.</summary>
/// <param name="Value">The value by which the list is ordered, as text.</param>
internal sealed record PageCursor(string Value, long RowId)
{
    /// <summary>The value as a moment; null when it is none.</summary>
    public DateTime? Moment => long.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTime.MaxValue.Ticks
        ? new DateTime(ticks, DateTimeKind.Utc)
        : null;

    /// <summary>The value as a text that may be missing.</summary>
    public string? Text => Value is ['=', .. var text] ? text : null;

    public static string At(DateTime? moment, long rowId) => new PageCursor(moment?.Ticks.ToString(CultureInfo.InvariantCulture) ?? "", rowId).Write();

    public static string At(string? text, long rowId) => new PageCursor(text is null ? "" : "=" + text, rowId).Write();

    /// <summary>Reads what <see cref="Write"/> made; null for everything else.</summary>
    public static PageCursor? Read(string? text)
    {
        var bytes = new byte[text?.Length ?? 0];
        if (string.IsNullOrEmpty(text) || !Convert.TryFromBase64String(text, bytes, out var length)) return null;
        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(' ', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new PageCursor(parts[1], id) : null;
    }

    private string Write() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{RowId.ToString(CultureInfo.InvariantCulture)} {Value}"));
}
