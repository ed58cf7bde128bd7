using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CityKnowledge.Cms.Web.Site;

/// <summary>When and where something takes place.</summary>
/// <param name="Starts">In UTC.</param>
/// <param name="Ends">In UTC; null when nobody said it.</param>
/// <param name="Zone">IANA name of the zone in which people there tell the time.</param>
internal sealed record EventTimes(DateTime Starts, DateTime? Ends, string Zone, bool IsAllDay, string? Place, string? Status);

/// <summary>Writes iCalendar files (RFC 5545) of items that take place: those whose type has a moment named Starts.</summary>
internal sealed class CalendarFile(TypeCatalogue types)
{
    /// <summary>Null when the item is no event or has no date.</summary>
    public EventTimes? Find(ContentItem item)
    {
        var type = types.Current.FindType(item.ContentType);
        var part = type?.Parts.FirstOrDefault(part => part.Fields.Any(field => field is { Kind: "DateTimeField", Name: "Starts" }));
        if (part is null) return null;
        var json = item.Part(part.Name);
        if (Value(json, "Starts").AsMoment() is not { } starts) return null;
        var zone = json.Get("TimeZone").Get("Text").AsText() ?? "UTC";
        return new EventTimes(
            starts, Value(json, "Ends").AsMoment(), TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : "UTC",
            Value(json, "AllDay").AsFlag() == true, json.Get("Venue").Get("Text").AsText(), json.Get("Status").Get("Text").AsText());
    }

    /// <param name="origin">Scheme and host of the site; also the second half of the UID, which stays the same for ever.</param>
    public static string Write(ContentItem item, EventTimes times, string origin)
    {
        var entry = new CalendarEvent
        {
            Uid = $"{item.ContentItemId}@{new Uri(origin).Host}",
            Summary = item.DisplayText,
            Description = item.Field("Knowledge", "Summary").Get("Text").AsText(),
            Location = times.Place,
            Url = new Uri($"{origin}/{Path(item)}"),
            DtStamp = new CalDateTime(DateTime.SpecifyKind(item.ModifiedUtc ?? times.Starts, DateTimeKind.Utc)),
            Start = Moment(times.Starts, times),
        };
        if (times.Ends is { } ends) entry.End = Moment(times.IsAllDay ? ends.AddDays(1) : ends, times);
        if (times.Status is "cancelled") entry.Status = "CANCELLED";
        var calendar = new Calendar { ProductId = "-//CityKnowledge//CMS//EN" };
        if (times is { IsAllDay: false, Zone: not "UTC" }) calendar.AddTimeZone(new VTimeZone(times.Zone));
        calendar.Events.Add(entry);
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    // The end of an all-day event is the day after its last: RFC 5545, 3.6.1.
    private static CalDateTime Moment(DateTime utc, EventTimes times)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), TimeZoneInfo.FindSystemTimeZoneById(times.Zone));
        if (times.IsAllDay) return new CalDateTime(DateOnly.FromDateTime(local));
        return times.Zone == "UTC" ? new CalDateTime(DateTime.SpecifyKind(utc, DateTimeKind.Utc)) : new CalDateTime(local, times.Zone, hasTime: true);
    }

    /// <summary>What people find again among their downloads: the end of the item's address.</summary>
    public static string Name(ContentItem item) => Path(item).Split('/')[^1];

    private static JsonElement Value(JsonElement part, string field) => part.Get(field).Get("Value");

    private static string Path(ContentItem item) => item.Field("AutoroutePart", "Path").AsText() is { Length: > 0 } path ? path.TrimStart('/') : $"Contents/ContentItems/{item.ContentItemId}";
}
