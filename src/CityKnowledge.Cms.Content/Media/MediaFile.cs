namespace CityKnowledge.Cms.Content.Media;

/// <summary>A file of the media library.</summary>
/// <param name="Path">Below the library, with slashes: <c>cities/ghent.jpg</c>.</param>
/// <param name="Size">In bytes.</param>
public sealed record MediaFile(string Path, long Size, DateTime ModifiedUtc, MediaNote Note)
{
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folder; empty for the library itself.</summary>
    public string Folder => Path.LastIndexOf('/') is >= 0 and var slash ? Path[..slash] : "";

    /// <summary>The present path and all former ones: what an item that uses the file may hold.</summary>
    public IReadOnlyCollection<string> AllPaths => [Path, .. Note.Former];

    public string Extension => System.IO.Path.GetExtension(Path).ToLowerInvariant();

    /// <summary>Whether it is shown as a picture.</summary>
    public bool IsPicture => Pictures.IsPicture(Extension) || Extension == ".svg";
}

/// <summary>A page of a folder.</summary>
/// <param name="Next">Pass it to get the page after this one; null on the last page.</param>
public sealed record MediaPage(IReadOnlyList<MediaFile> Files, string? Next);
