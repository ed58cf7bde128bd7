using System.Buffers;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>The site's media library: a folder of files that visitors may fetch below /media.</summary>
/// <param name="folders">The library is the folder Media in the data folder.</param>
/// <param name="extensions">Allowed file extensions, with their dot.</param>
public sealed class MediaFolder(SiteFolders folders, IReadOnlySet<string> extensions)
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create("\0:*?\"<>|");

    /// <summary>Orchard's list.</summary>
    public static IReadOnlyList<string> UsualExtensions { get; } =
    [
        ".jpg", ".jpeg", ".png", ".gif", ".ico", ".svg", ".webp", ".pdf", ".doc", ".docx", ".ppt", ".pptx", ".pps", ".ppsx",
        ".odt", ".xls", ".xlsx", ".psd", ".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".m4v", ".mov", ".wmv", ".avi", ".mpg", ".ogv", ".3gp", ".webm",
    ];

    /// <summary>Full path of the library.</summary>
    public string Root { get; } = Path.Combine(folders.Data, "Media");

    public bool Allows(string path) => extensions.Contains(Path.GetExtension(path));

    /// <summary>The full path of a file of the library, which need not exist; null when the path leads out of the library or is no file name.</summary>
    public string? Resolve(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var segments = path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0 || path.Length > 500) return null;
        if (segments.Any(segment => segment is "." or ".." || segment.AsSpan().ContainsAny(Forbidden))) return null;
        return Path.Combine([Root, .. segments]);
    }
}
