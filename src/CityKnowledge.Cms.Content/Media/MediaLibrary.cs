namespace CityKnowledge.Cms.Content.Media;

/// <summary>Reads the media library: folders, files and what is known of them.</summary>
public sealed class MediaLibrary(MediaFolder media, MediaNotes notes)
{
    private const int MostFolders = 2_000;

    /// <summary>Paths of all folders, parents before their children.</summary>
    public IReadOnlyList<string> ListFolders()
    {
        if (!Directory.Exists(media.Root)) return [];
        return [.. Directory.EnumerateDirectories(media.Root, "*", SearchOption.AllDirectories).Take(MostFolders).Select(PathOf).Order(StringComparer.OrdinalIgnoreCase)];
    }

    public bool HasFolder(string folder) => FolderOf(folder) is { } path && (folder.Length == 0 || Directory.Exists(path));

    /// <summary>The files of a folder by name.</summary>
    /// <param name="search">Only files whose name contains it, in this folder and below; null for all of the folder.</param>
    /// <param name="after">The <see cref="MediaPage.Next"/> of the page before.</param>
    public async Task<MediaPage> ListAsync(string folder, string? search, string? after, int size, CancellationToken cancel = default)
    {
        if (FolderOf(folder) is not { } place || !Directory.Exists(place)) return new MediaPage([], null);
        var isSearch = !string.IsNullOrWhiteSpace(search);
        var names = Directory.EnumerateFiles(place, "*", isSearch ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Where(file => media.Allows(file) && (!isSearch || Path.GetFileName(file).Contains(search!.Trim(), StringComparison.OrdinalIgnoreCase)))
            .Select(PathOf)
            .Where(path => after is null || string.Compare(path, after, StringComparison.OrdinalIgnoreCase) > 0)
            .Order(StringComparer.OrdinalIgnoreCase).Take(size + 1).ToList();
        var files = new List<MediaFile>(size);
        foreach (var name in names.Take(size))
        {
            if (await FindAsync(name, cancel) is { } file) files.Add(file);
        }

        return new MediaPage(files, names.Count > size ? names[size - 1] : null);
    }

    /// <summary>The file, or null.</summary>
    public async Task<MediaFile?> FindAsync(string path, CancellationToken cancel = default)
    {
        if (media.Resolve(path) is not { } full || !media.Allows(full) || !File.Exists(full)) return null;
        var file = new FileInfo(full);
        var note = await notes.ReadAsync(path, cancel);
        if (note.Width is null && Pictures.IsPicture(file.Extension) && Pictures.FindSize(full) is { } size) note = note with { Width = size.Width, Height = size.Height };
        return new MediaFile(PathOf(full), file.Length, file.LastWriteTimeUtc, note);
    }

    /// <summary>Whether a file of that name may lie in the library.</summary>
    public bool Allows(string name) => media.Allows(name);

    /// <summary>A new folder beside the library for a file on its way in.</summary>
    internal string NewReadyFolder() => Directory.CreateDirectory(Path.Combine(media.Root + ".ready", Guid.NewGuid().ToString("N"))).FullName;

    /// <summary>Full path of a folder, which need not exist; null when the path leads out of the library.</summary>
    internal string? FolderOf(string folder) => folder.Trim('/').Length == 0 ? media.Root : media.Resolve(folder);

    internal string PathOf(string full) => Path.GetRelativePath(media.Root, full).Replace('\\', '/');
}
