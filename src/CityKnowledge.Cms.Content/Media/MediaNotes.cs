using System.Text.Json;
using System.Text.Json.Serialization;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Keeps a small JSON file per media file, in a folder beside the library where no visitor comes.</summary>
public sealed class MediaNotes(MediaFolder media) : IDisposable
{
    private const int LongestTrail = 20;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private static readonly JsonSerializerOptions Lean = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The note of the file; an empty one when there is none.</summary>
    public async Task<MediaNote> ReadAsync(string path, CancellationToken cancel = default)
    {
        if (NoteFile(path) is not { } file || !File.Exists(file)) return new MediaNote();
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync<MediaNote>(stream, Lean, cancel) ?? new MediaNote();
        }
        catch (JsonException)
        {
            // A note damaged by a full disk is no reason to lose sight of the picture.
            return new MediaNote();
        }
    }

    public async Task WriteAsync(string path, MediaNote note, CancellationToken cancel = default)
    {
        var file = NoteFile(path) ?? throw new ArgumentException($"'{path}' is no path in the media library.", nameof(path));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var fresh = $"{file}.{Guid.NewGuid():N}";
        await using (var stream = File.Create(fresh)) await JsonSerializer.SerializeAsync(stream, note, Lean, cancel);
        File.Move(fresh, file, overwrite: true);
    }

    /// <summary>Changes the note of a file, one change after another.</summary>
    /// <param name="change">Gets the present note and gives the new one; what it throws leaves all as it is.</param>
    public async Task ChangeAsync(string path, Func<MediaNote, MediaNote> change, CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            await WriteAsync(path, change(await ReadAsync(path, cancel)), cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Delete(string path)
    {
        if (NoteFile(path) is { } file && File.Exists(file)) File.Delete(file);
    }

    /// <summary>Takes the note along to the new path and leaves word at the old one.</summary>
    public async Task MoveAsync(string from, string to, CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var note = await ReadAsync(from, cancel);
            await WriteAsync(to, note with { MovedTo = null, Former = [.. note.Former.Append(from).Where(path => path != to).Distinct(StringComparer.Ordinal)] }, cancel);
            await WriteAsync(from, new MediaNote { MovedTo = to }, cancel);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The path under which a file that was moved is found now; null when it was not moved, or is gone.</summary>
    public async Task<string?> FindMovedAsync(string path, CancellationToken cancel = default)
    {
        var here = path;
        for (var step = 0; step < LongestTrail; step++)
        {
            if ((await ReadAsync(here, cancel)).MovedTo is not { } next) return null;
            if (media.Resolve(next) is { } file && File.Exists(file)) return next;
            here = next;
        }

        return null;
    }

    public void Dispose() => _turn.Dispose();

    private string? NoteFile(string path) => media.Resolve(path) is { } file ? string.Concat(media.Root, ".notes", file.AsSpan(media.Root.Length), ".json") : null;
}
