using CityKnowledge.Cms.Content.Items;
using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Storage;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Changes the media library in the name of a caller: checks the right first, then does it and notes it.</summary>
public sealed class MediaEditor(MediaLibrary library, MediaFolder media, MediaNotes notes, MediaRights rights)
{
    /// <summary>Makes a folder.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="MediaException">The name cannot be used, or is taken.</exception>
    public async Task<string> CreateFolderAsync(Caller caller, string parent, string name, CancellationToken cancel = default)
    {
        rights.Require(caller, Permissions.ManageMediaContent);
        var path = Below(parent, FolderName(name));
        if (!library.HasFolder(parent)) throw new MediaException($"There is no folder '{parent}'.");
        if (Directory.Exists(Full(path))) throw new MediaException($"There is a folder '{path}' already.");
        Directory.CreateDirectory(Full(path));
        await rights.NoteAsync(caller, "FolderCreated", path, cancel);
        return path;
    }

    /// <summary>Deletes a folder with everything in it, as long as no item uses any of it.</summary>
    /// <exception cref="MediaException">There is no such folder, or something in it is used.</exception>
    public async Task DeleteFolderAsync(Caller caller, string folder, CancellationToken cancel = default)
    {
        rights.Require(caller, Permissions.ManageMediaFolder);
        if (folder.Trim('/').Length == 0 || !library.HasFolder(folder)) throw new MediaException($"There is no folder '{folder}'.");
        var files = FilesBelow(folder);
        var former = new List<string>();
        foreach (var file in files) former.AddRange((await notes.ReadAsync(file, cancel)).Former);
        var users = await rights.ListUsersAsync(caller, [.. files, .. former], cancel);
        if (users.Count > 0) throw new MediaException($"Files of this folder are used by {users.Words}. Take them out there first, or move the folder.");
        foreach (var file in files) notes.Delete(file);
        Directory.Delete(Full(folder), recursive: true);
        await rights.NoteAsync(caller, "FolderDeleted", folder, cancel);
    }

    /// <summary>Moves or renames a folder; addresses of its files lead on.</summary>
    /// <returns>The new path.</returns>
    public async Task<string> MoveFolderAsync(Caller caller, string folder, string parent, string name, CancellationToken cancel = default)
    {
        rights.Require(caller, Permissions.ManageMediaFolder);
        var target = Below(parent, FolderName(name));
        if (folder.Trim('/').Length == 0 || !library.HasFolder(folder)) throw new MediaException($"There is no folder '{folder}'.");
        if (!library.HasFolder(parent)) throw new MediaException($"There is no folder '{parent}'.");
        if (Directory.Exists(Full(target))) throw new MediaException($"There is a folder '{target}' already.");
        if ($"{target}/".StartsWith($"{folder.Trim('/')}/", StringComparison.OrdinalIgnoreCase)) throw new MediaException($"A folder cannot be moved into itself.");
        var files = FilesBelow(folder);
        foreach (var file in files) await RequireFreeAsync(file, target + file[folder.Trim('/').Length..], cancel);
        Directory.Move(Full(folder), Full(target));
        foreach (var file in files) await notes.MoveAsync(file, target + file[folder.Trim('/').Length..], cancel);
        await rights.NoteAsync(caller, "FolderMoved", target, cancel);
        return target;
    }

    /// <summary>Moves or renames a file; its old address leads on, so whoever uses it keeps showing it.</summary>
    /// <param name="name">The new name; the extension stays that of the file.</param>
    /// <returns>The new path.</returns>
    public async Task<string> MoveAsync(Caller caller, string path, string folder, string name, CancellationToken cancel = default)
    {
        rights.Require(caller, Permissions.ManageMediaContent);
        if (await library.FindAsync(path, cancel) is not { } file) throw new MediaException($"There is no file '{path}'.");
        rights.RequireChange(caller, file);
        if (!library.HasFolder(folder)) throw new MediaException($"There is no folder '{folder}'.");
        var stem = name.EndsWith(file.Extension, StringComparison.OrdinalIgnoreCase) ? name[..^file.Extension.Length] : name;
        var target = Below(folder, MediaNames.OfFile(stem + file.Extension));
        if (target == file.Path) return target;
        await RequireFreeAsync(file.Path, target, cancel);
        try
        {
            File.Move(Full(file.Path), Full(target), overwrite: false);
        }
        catch (IOException) when (File.Exists(Full(target)))
        {
            throw new MediaException($"There is a file '{target}' already.");
        }

        await notes.MoveAsync(file.Path, target, cancel);
        await rights.NoteAsync(caller, "Moved", target, cancel);
        return target;
    }

    /// <summary>Deletes a file.</summary>
    /// <param name="evenIfUsed">Without it a file that items use stays.</param>
    /// <exception cref="ForbiddenException">The file is another's, and the caller changes only their own.</exception>
    /// <exception cref="MediaException">There is no such file, or it is used.</exception>
    public async Task DeleteAsync(Caller caller, string path, bool evenIfUsed, CancellationToken cancel = default)
    {
        rights.Require(caller, Permissions.ManageMediaContent);
        if (await library.FindAsync(path, cancel) is not { } file) throw new MediaException($"There is no file '{path}'.");
        rights.RequireChange(caller, file);
        var users = evenIfUsed ? MediaUsers.None : await rights.ListUsersAsync(caller, file.AllPaths, cancel);
        if (users.Count > 0) throw new MediaException($"'{file.Name}' is used by {users.Words}.");
        File.Delete(Full(file.Path));
        notes.Delete(file.Path);
        await rights.NoteAsync(caller, "Deleted", file.Path, cancel);
    }

    /// <summary>Sets what the picture shows and which point of it stays in view.</summary>
    /// <param name="stamp">See <see cref="MediaNote.Stamp"/>.</param>
    /// <exception cref="MediaException">There is no such file, or the point lies outside.</exception>
    /// <exception cref="StaleVersionException">Someone else described it, or moved it, meanwhile.</exception>
    public async Task DescribeAsync(Caller caller, string path, string stamp, string? text, (double X, double Y)? focus, CancellationToken cancel = default)
    {
        rights.Require(caller, Permissions.ManageMediaContent);
        if (await library.FindAsync(path, cancel) is not { } file) throw new MediaException($"There is no file '{path}'.");
        rights.RequireChange(caller, file);
        if (focus is { X: < 0 or > 1 or double.NaN } or { Y: < 0 or > 1 or double.NaN }) throw new MediaException($"The point must lie inside the picture.");
        if (text?.Length > 1_000) throw new MediaException($"The description may have at most 1000 characters.");
        await notes.ChangeAsync(
            file.Path,
            note => note.Stamp == stamp && note.MovedTo is null ? note with { Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(), FocusX = focus?.X, FocusY = focus?.Y } : throw new StaleVersionException(path),
            cancel);
        await rights.NoteAsync(caller, "Described", file.Path, cancel);
    }

    private List<string> FilesBelow(string folder) => [.. Directory.EnumerateFiles(Full(folder), "*", SearchOption.AllDirectories).Select(library.PathOf)];

    // Who used a file by its former address would show another one.
    private async Task RequireFreeAsync(string path, string target, CancellationToken cancel)
    {
        if (await notes.FindMovedAsync(target, cancel) is { } holder && holder != path) throw new MediaException($"The address of '{target}' leads to '{holder}', which had that name before. Choose another name.");
    }

    private string Full(string path) => media.Resolve(path) ?? throw new MediaException($"'{path}' is no path in the media library.");

    private static string FolderName(string name) => MediaNames.OfFolder(name) is { Length: > 0 } safe ? safe : throw new MediaException($"A folder needs a name with letters or digits.");

    private static string Below(string folder, string name) => folder.Trim('/') is { Length: > 0 } parent ? $"{parent}/{name}" : name;
}
