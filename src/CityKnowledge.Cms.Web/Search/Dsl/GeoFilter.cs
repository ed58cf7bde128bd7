using CityKnowledge.Cms.Web.Search.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>Documents whose point lies in an area; reads the coordinates of every document, which takes little.</summary>
internal sealed class GeoFilter : Filter
{
    private const double EarthRadius = 6371.0088;
    private readonly string field;
    private readonly Func<GeoPoint, bool> contains;

    private GeoFilter(string field, Func<GeoPoint, bool> contains) => (this.field, this.contains) = (field, contains);

    public static GeoFilter Within(string field, GeoPoint centre, double kilometres) => new(field, point => Distance(centre, point) <= kilometres);

    public static GeoFilter Inside(string field, GeoPoint topLeft, GeoPoint bottomRight)
    {
        var crossesDateLine = topLeft.Longitude > bottomRight.Longitude;
        return new GeoFilter(field, point =>
        {
            if (point.Latitude > topLeft.Latitude || point.Latitude < bottomRight.Latitude) return false;
            var east = point.Longitude >= topLeft.Longitude;
            var west = point.Longitude <= bottomRight.Longitude;
            return crossesDateLine ? east || west : east && west;
        });
    }

    public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var reader = context.AtomicReader;
        var latitudes = reader.GetNumericDocValues(DocumentFields.LatitudeOf(field));
        var longitudes = reader.GetNumericDocValues(DocumentFields.LongitudeOf(field));
        var present = reader.GetDocsWithField(DocumentFields.LatitudeOf(field));
        if (latitudes is null || longitudes is null || present is null) return null;
        var found = new FixedBitSet(reader.MaxDoc);
        for (var doc = 0; doc < reader.MaxDoc; doc++)
        {
            if (!present.Get(doc) || (acceptDocs is not null && !acceptDocs.Get(doc))) continue;
            var point = new GeoPoint(BitConverter.Int64BitsToDouble(latitudes.Get(doc)), BitConverter.Int64BitsToDouble(longitudes.Get(doc)));
            if (contains(point)) found.Set(doc);
        }

        return found;
    }

    // The haversine formula.
    private static double Distance(GeoPoint from, GeoPoint to)
    {
        var latitude = Math.Sin(double.DegreesToRadians(to.Latitude - from.Latitude) / 2);
        var longitude = Math.Sin(double.DegreesToRadians(to.Longitude - from.Longitude) / 2);
        var square = (latitude * latitude)
            + (Math.Cos(double.DegreesToRadians(from.Latitude)) * Math.Cos(double.DegreesToRadians(to.Latitude)) * longitude * longitude);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(square)));
    }
}
