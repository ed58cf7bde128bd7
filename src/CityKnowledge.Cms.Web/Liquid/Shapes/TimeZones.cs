namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>Time zones by the names that settings and items give.</summary>
internal static class TimeZones
{
    /// <summary>The zone of that IANA name; UTC when there is none.</summary>
    public static TimeZoneInfo Find(string? name) =>
        !string.IsNullOrEmpty(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
