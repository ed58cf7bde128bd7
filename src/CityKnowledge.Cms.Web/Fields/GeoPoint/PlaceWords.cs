using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Fields.GeoPoint;

/// <summary>The words of the map beside a place.</summary>
internal static class PlaceWords
{
    public static string Of(IStringLocalizer words) => new ControlWords(words)
        .Add("map", "Map of the world").Add("hint", "Click the map to set the place. With the keyboard: the arrow keys move the map under the cross, plus and minus zoom, Enter sets the place at the cross.")
        .Add("locate", "Where I am").Add("clear", "No place").Add("set", "Set to {0}, {1}").Add("cleared", "No place is set.").Add("locating", "Looking …")
        .Add("unknown", "Your place could not be found out.").Add("zoomIn", "Zoom in").Add("zoomOut", "Zoom out")
        .ToString();
}
