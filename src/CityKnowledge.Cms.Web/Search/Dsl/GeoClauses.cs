using System.Globalization;
using System.Text.Json;
using CityKnowledge.Cms.Content.Items;
using Lucene.Net.Search;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>Points within a distance of a place.</summary>
internal sealed class GeoDistanceClause : Clause
{
    private static readonly (string Unit, double Kilometres)[] Units =
        [("km", 1), ("nmi", 1.852), ("mi", 1.609344), ("yd", 0.0009144), ("ft", 0.0003048), ("m", 0.001)];

    public override string Name => "geo_distance";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        if (body.ValueKind != JsonValueKind.Object) throw ClauseReader.Problem(at, "expected an object with 'distance' and a field");
        var field = body.EnumerateObject().FirstOrDefault(member => member.Name != "distance");
        if (field.Value.ValueKind == JsonValueKind.Undefined) throw ClauseReader.Problem(at, "the field with the point is missing");
        var centre = GeoPoints.Read(field.Value, $"{at}.{field.Name}");
        return new ConstantScoreQuery(GeoFilter.Within(field.Name, centre, Kilometres(body.Get("distance"), $"{at}.distance")));
    }

    private static double Kilometres(JsonElement json, string at)
    {
        var text = ClauseReader.Text(json, at).Trim().ToLowerInvariant();
        var (unit, kilometres) = Units.FirstOrDefault(known => text.EndsWith(known.Unit, StringComparison.Ordinal), (Unit: "", Kilometres: 0.001));
        return double.TryParse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0
            ? number * kilometres
            : throw ClauseReader.Problem(at, "expected a distance such as '10km'");
    }
}

/// <summary>Points inside a rectangle; it may cross the date line.</summary>
internal sealed class GeoBoundingBoxClause : Clause
{
    public override string Name => "geo_bounding_box";

    public override Query Read(JsonElement body, ClauseReader reader, string at)
    {
        var (field, box, here) = ClauseReader.OneField(body, at);
        var topLeft = GeoPoints.Read(box.Get("top_left"), $"{here}.top_left");
        var bottomRight = GeoPoints.Read(box.Get("bottom_right"), $"{here}.bottom_right");
        return new ConstantScoreQuery(GeoFilter.Inside(field, topLeft, bottomRight));
    }
}

/// <summary>A place on earth, in degrees.</summary>
internal readonly record struct GeoPoint(double Latitude, double Longitude);

/// <summary>Reads points in all their forms: <c>{ "lat", "lon" }</c>, <c>"lat,lon"</c>, <c>[lon, lat]</c>.</summary>
internal static class GeoPoints
{
    public static GeoPoint Read(JsonElement json, string at)
    {
        var (latitude, longitude) = json.ValueKind switch
        {
            JsonValueKind.Object => (json.Get("lat").AsNumber() ?? json.Get("latitude").AsNumber(), json.Get("lon").AsNumber() ?? json.Get("longitude").AsNumber()),
            JsonValueKind.Array when json.GetArrayLength() == 2 => (json[1].AsNumber(), json[0].AsNumber()),
            JsonValueKind.String when json.GetString()!.Split(',') is [var first, var second] => (Number(first), Number(second)),
            _ => (null, null),
        };
        return latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180
            ? new GeoPoint((double)latitude, (double)longitude)
            : throw ClauseReader.Problem(at, "expected a point such as { \"lat\": 51.05, \"lon\": 3.72 }");
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
