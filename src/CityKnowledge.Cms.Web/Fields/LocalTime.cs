using System.Globalization;

namespace CityKnowledge.Cms.Web.Fields;

/// <summary>Times as forms and lists tell and read them: in the time zone that was chosen for the request. It flows as the culture does.</summary>
internal static class LocalTime
{
    // A box, so that what a form says of itself holds for all that comes after in its request.
    private static readonly AsyncLocal<Choice?> Chosen = new();

    /// <summary>UTC until another is chosen.</summary>
    public static TimeZoneInfo Zone => Chosen.Value?.Zone ?? TimeZoneInfo.Utc;

    /// <summary>What stands beside a time, so that nobody has to guess: <c>UTC</c>, <c>Asia/Bangkok</c>.</summary>
    public static string Name => Zone.Id;

    /// <summary>Chooses the zone of the request.</summary>
    public static void Begin(TimeZoneInfo zone) => Chosen.Value = new Choice { Zone = zone };

    /// <summary>Goes on in the zone in which a form was shown: someone may have chosen another for the site since.</summary>
    public static void GoOn(string name)
    {
        if (Chosen.Value is { } choice && name.Length > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) choice.Zone = zone;
    }

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

    private sealed class Choice
    {
        public required TimeZoneInfo Zone { get; set; }
    }
}
