using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Shell;

/// <summary>Words of many screens, in the language of the page.</summary>
internal static class Texts
{
    /// <summary>A size of files, such as 1.5 MB.</summary>
    public static string Size(this IStringLocalizer words, long bytes) => bytes switch
    {
        < 1_000 => words["{0} bytes", bytes],
        < 1_000_000 => words["{0:0} kB", bytes / 1_000d],
        _ => words["{0:0.0} MB", bytes / 1_000_000d],
    };

    /// <summary>Words that the script of the palette shows.</summary>
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
