using System.Text.Json;
using CityKnowledge.Cms.Content.Fields;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Types;

namespace CityKnowledge.Cms.Web.Fields.GeoPoint;

/// <summary>A place on earth in WGS 84 degrees.</summary>
internal sealed class GeoPointField : FieldKind
{
    public override string Name => "GeoPointField";

    public override string Purpose => "A place on the map.";

    public override FieldShape Shape { get; } = FieldShape.Of(new FieldMember("Latitude", MemberKind.Number), new FieldMember("Longitude", MemberKind.Number));

    public override bool IsRequired(FieldDefinition field) => field.Settings.Get<GeoPointFieldSettings>().Required;

    public override IEnumerable<FormattableString> Validate(FieldDefinition field, JsonElement value)
    {
        if (value.Get("Latitude").AsNumber() is not (>= -90 and <= 90)) yield return $"{field.Label}: the latitude must be a number from -90 to 90.";
        if (value.Get("Longitude").AsNumber() is not (>= -180 and <= 180)) yield return $"{field.Label}: the longitude must be a number from -180 to 180.";
    }
}
