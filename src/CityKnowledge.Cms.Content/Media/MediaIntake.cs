using CityKnowledge.Cms.Content.Security;
using CityKnowledge.Cms.Content.Wording;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>What became of one uploaded file.</summary>
/// <param name="Name">The name as the sender gave it.</param>
/// <param name="File">The stored file; null when it was refused.</param>
/// <param name="Refusal">Why it was refused, in English; null when it was stored.</param>
public sealed record MediaIntakeResult(string Name, MediaFile? File, FormattableString? Refusal)
{
    /// <summary>The refusal, in the language of the reader.</summary>
    public string? Reason => Refusal is null ? null : Sentences.Say(Refusal);
}

/// <summary>Takes uploads in: size, kind by content, pixels, cleaning, a safe and free name, in this order. Nothing is trusted.</summary>
public sealed class MediaIntake(MediaLibrary library, MediaCleaning cleaning, MediaNotes notes, MediaRights rights)
{
    /// <summary>Stores the file, or says why not.</summary>
    /// <param name="name">As the sender calls it.</param>
    /// <exception cref="Items.ForbiddenException">The caller may not upload.</exception>
    public async Task<MediaIntakeResult> TakeAsync(Caller caller, string folder, string name, Stream content, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        rights.Require(caller, Permissions.ManageMediaContent);
        if (!library.HasFolder(folder)) return Refused($"There is no folder '{folder}'.");
        if (!library.Allows(name)) return Refused(Path.GetExtension(name) is { Length: > 0 } extension ? (FormattableString)$"Files that end in {extension} are not allowed." : $"The name of the file does not say what kind of file it is.");
        var ready = library.NewReadyFolder();
        try
        {
            var cleaned = await cleaning.CleanAsync(content, MediaNames.OfFile(name), ready, cancel);
            if (cleaned.Reason is not null) return Refused(cleaned.Reason);
            var path = await StoreAsync(caller, folder, cleaned, cancel);
            await rights.NoteAsync(caller, "Uploaded", path, cancel);
            return new MediaIntakeResult(name, await library.FindAsync(path, cancel), null);
        }
        finally
        {
            Directory.Delete(ready, recursive: true);
        }

        MediaIntakeResult Refused(FormattableString reason) => new(name, null, reason);
    }

    private async Task<string> StoreAsync(Caller caller, string folder, CleanedMedia cleaned, CancellationToken cancel)
    {
        var place = library.FolderOf(folder)!;
        Directory.CreateDirectory(place);
        var size = Pictures.IsPicture(Path.GetExtension(cleaned.Name)) ? Pictures.FindSize(cleaned.File!) : null;
        var path = library.PathOf(await MoveToFreeNameAsync(cleaned.File!, place, cleaned.Name, cancel));
        await notes.WriteAsync(path, new MediaNote { Width = size?.Width, Height = size?.Height, UploadedBy = caller.UserName, UploadedById = caller.UserId }, cancel);
        return path;
    }

    // The disk decides whose name it is: two uploads at once never overwrite each other. A name from which an address leads on is not free:
    // who used the file that was moved would show another one.
    private async Task<string> MoveToFreeNameAsync(string file, string folder, string name, CancellationToken cancel)
    {
        var (stem, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        for (var number = 0; ; number++)
        {
            var target = Path.Combine(folder, number == 0 ? name : $"{stem}-{number}{extension}");
            if (await notes.FindMovedAsync(library.PathOf(target), cancel) is not null) continue;
            try
            {
                File.Move(file, target, overwrite: false);
                return target;
            }
            catch (IOException) when (File.Exists(target))
            {
                // Taken: the next number.
            }
        }
    }
}
