using System.Security.Cryptography;
using CityKnowledge.Cms.Web.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.AspNetCore.WebUtilities;

namespace CityKnowledge.Cms.Web.Liquid.Themes;

/// <summary>A file of a theme that visitors may fetch: style sheet, image, font.</summary>
/// <param name="Version">Changes with the content; the <c>v</c> of versioned addresses.</param>
/// <param name="Body">The content in memory when it is small text, else null.</param>
internal sealed record ThemeAsset(string File, string ContentType, string Version, DateTimeOffset ModifiedUtc, PackedBody? Body)
{
    private const int LargestInMemory = 512 * 1024;
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>The files of a theme by address: <c>/CityKnowledge/site.css</c>.</summary>
    public static IEnumerable<KeyValuePair<string, ThemeAsset>> In(string folder)
    {
        var assets = TemplateSource.FolderNamed(folder, "assets") ?? TemplateSource.FolderNamed(folder, "wwwroot");
        if (assets is null) yield break;
        foreach (var file in Directory.EnumerateFiles(assets, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(assets, file).Replace('\\', '/');
            if (path.StartsWith('.') || path.Contains("/.", StringComparison.Ordinal)) continue;
            yield return new($"/{Path.GetFileName(folder)}/{path}", Read(file));
        }
    }

    private static ThemeAsset Read(string file)
    {
        var type = Types.TryGetContentType(file, out var known) ? known : "application/octet-stream";
        var isText = type.StartsWith("text/", StringComparison.Ordinal) || type is "image/svg+xml" or "application/json" or "application/manifest+json";
        var bytes = System.IO.File.ReadAllBytes(file);
        var version = WebEncoders.Base64UrlEncode(SHA256.HashData(bytes).AsSpan(0, 12));
        var body = isText && bytes.Length <= LargestInMemory ? new PackedBody(bytes) : null;
        return new ThemeAsset(file, isText ? type + "; charset=utf-8" : type, version, new DateTimeOffset(System.IO.File.GetLastWriteTimeUtc(file)), body);
    }
}
