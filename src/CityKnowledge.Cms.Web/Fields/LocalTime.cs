using System.Globalization;

namespace CityKnowledge.Cms.Web.Fields;

/// <summary>Times as forms and lists tell and read them: in the time zone that was chosen for the request. It flows as the culture does.</summary>
internal static class LocalTime
{
    private static readonly AsyncLocal<TimeZoneInfo?> Chosen = new();

    /// <summary>UTC until another is chosen.</summary>
    public static TimeZoneInfo Zone
    {
        get => Chosen.Value ?? TimeZoneInfo.Utc;
        set => Chosen.Value = value;
    }

    /// <summary>What stands beside a time, so that nobody has to guess: <c>UTC</c>, <c>Asia/Bangkok</c>.</summary>
    public static string Name => Zone.Id;

    public static System.DateTime ToLocal(System.DateTime utc)
    {
        var offset = Zone.GetUtcOffset(System.DateTime.SpecifyKind(utc, DateTimeKind.Utc));
        return System.DateTime.SpecifyKind(Move(utc, offset) ?? utc, DateTimeKind.Unspecified);
    }

    /// <summary>The moment that a clock on the wall shows; of two it is the later, and where clocks skip an hour it is the hour after. Null beyond the calendar.</summary>
    public static System.DateTime? ToUtc(System.DateTime local)
    {
        var wall = System.DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return Move(wall, -Zone.GetUtcOffset(wall)) is { } utc ? System.DateTime.SpecifyKind(utc, DateTimeKind.Utc) : null;
    }

    /// <summary>In words, to the minute.</summary>
    public static string Say(System.DateTime utc) => ToLocal(utc).ToString("d MMM yyyy, HH:mm", CultureInfo.CurrentUICulture.DateTimeFormat);

    /// <summary>In words, to the second: where what was done in the same minute must be told apart.</summary>
    public static string SayToSecond(System.DateTime utc) => ToLocal(utc).ToString("d MMM yyyy, HH:mm:ss", CultureInfo.CurrentUICulture.DateTimeFormat);

    private static System.DateTime? Move(System.DateTime time, TimeSpan by)
    {
        var ticks = time.Ticks + by.Ticks;
        return ticks < System.DateTime.MinValue.Ticks || ticks > System.DateTime.MaxValue.Ticks ? null : new System.DateTime(ticks);
    }
}
