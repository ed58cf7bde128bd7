using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>Words that scripts show, in the language of the page.</summary>
internal static class Texts
{
    public static string Palette(IStringLocalizer words) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["title"] = words["Go to, find or make"].Value,
        ["placeholder"] = words["Type the name of a screen or of an item"].Value,
        ["nothing"] = words["Nothing found."].Value,
        ["close"] = words["Close"].Value,
        ["screens"] = words["Screens"].Value,
        ["create"] = words["New"].Value,
        ["items"] = words["Content"].Value,
    });
}
