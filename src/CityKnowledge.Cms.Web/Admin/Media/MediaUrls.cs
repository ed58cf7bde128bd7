using CityKnowledge.Cms.Content.Media;

namespace CityKnowledge.Cms.Web.Admin.Media;

/// <summary>Addresses of files and of the screens that show them.</summary>
internal static class MediaUrls
{
    // Far below what servers take as one line, so that a long list of files never makes an address that is refused.
    private const int LongestQuery = 5_000;

    /// <summary>The file itself.</summary>
    public static string Of(string path) => "/media" + new PathString("/" + path).ToUriComponent();

    /// <summary>The picture, small; null when the file is none.</summary>
    public static string? Thumbnail(MediaFile file) => !file.IsPicture ? null
        : file.Extension is ".svg" or ".gif" or ".ico" ? Of(file.Path)
        : Of(file.Path) + "?width=240&height=240";

    /// <summary>A size in which details are seen; null when the file is no picture.</summary>
    public static string? Large(MediaFile file) => Thumbnail(file)?.Replace("width=240&height=240", "width=1024&height=1024", StringComparison.Ordinal);

    public static string Folder(string folder) => folder.Length == 0 ? "/Admin/Media" : $"/Admin/Media?folder={Uri.EscapeDataString(folder)}";

    /// <summary>A screen about one file or folder: <c>/Admin/Media/File?path=…</c>.</summary>
    public static string Screen(string name, string path) => $"/Admin/Media/{name}?path={Uri.EscapeDataString(path)}";

    /// <summary>The screen that asks what these pictures show; as many as fit into an address.</summary>
    public static string Describe(IEnumerable<string> paths)
    {
        var query = "";
        foreach (var path in paths)
        {
            var next = $"{query}&path={Uri.EscapeDataString(path)}";
            if (next.Length > LongestQuery) break;
            query = next;
        }

        return "/Admin/Media/Describe?" + query.TrimStart('&');
    }
}
