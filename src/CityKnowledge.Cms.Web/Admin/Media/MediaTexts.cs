using System.Text.Json;
using Microsoft.Extensions.Localization;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>Words that the scripts of the library show, in the language of the page.</summary>
internal static class MediaTexts
{
    public static string Upload(IStringLocalizer words) => JsonSerializer.Serialize(new Dictionary<string, string>
    {
        ["waiting"] = words["waiting"].Value,
        ["stored"] = words["is stored"].Value,
        ["failed"] = words["The line was cut. Try this file again."].Value,
        ["large"] = words["The file is larger than {0} MB."].Value,
        ["continue"] = words["Go on: say what the new pictures show"].Value,
        ["reload"] = words["Show the folder"].Value,
    });
}
