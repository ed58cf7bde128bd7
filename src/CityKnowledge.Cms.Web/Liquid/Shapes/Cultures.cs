using System.Globalization;
using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Settings;

namespace CityKnowledge.Cms.Web.Liquid.Shapes;

/// <summary>The language in which the site speaks.</summary>
internal static class Cultures
{
    /// <summary>The default language of the site's settings; English when they say none.</summary>
    public static CultureInfo Find(SiteDocument site)
    {
        var name = site.Group("LocalizationSettings").Get("DefaultCulture").AsText();
        return CultureInfo.GetCultureInfo(IsKnown(name) ? name! : "en");
    }

    private static bool IsKnown(string? name) => name is { Length: > 1 and <= 35 } && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
