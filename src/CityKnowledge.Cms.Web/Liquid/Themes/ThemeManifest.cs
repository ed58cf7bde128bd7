using System.Text.Json;

namespace CityKnowledge.Cms.Web.Liquid.Themes;

/// <summary>A theme's <c>manifest.json</c>: who made it and on which theme it builds.</summary>
/// <param name="Id">Name of the folder; the first part of the addresses of its files.</param>
/// <param name="BaseTheme">Where templates come from that this theme has not; null for none.</param>
internal sealed record ThemeManifest(
    string Id, string? Name, string? Version, string? Author, string? Website, string? Description, string? BaseTheme, IReadOnlyList<string>? Tags)
{
    private static readonly JsonSerializerOptions Lenient = new()
    {
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The manifest in a theme's folder; a folder without one is a theme too.</summary>
    /// <exception cref="TemplateException">The file is no valid manifest.</exception>
    public static ThemeManifest Read(string folder)
    {
        var id = Path.GetFileName(folder);
        var file = Path.Combine(folder, "manifest.json");
        if (!File.Exists(file)) return new ThemeManifest(id, id, null, null, null, null, null, null);
        try
        {
            var manifest = JsonSerializer.Deserialize<ThemeManifest>(File.ReadAllText(file), Lenient);
            return manifest! with { Id = id };
        }
        catch (JsonException trouble)
        {
            throw new TemplateException($"{id}/manifest.json", (int?)trouble.LineNumber + 1, trouble.Message, trouble);
        }
    }
}
