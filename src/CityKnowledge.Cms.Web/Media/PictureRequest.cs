using CityKnowledge.Cms.Content.Media;

namespace CityKnowledge.Cms.Web.Media;

/// <summary>Decides whether a picture is given in another size: a size everyone may ask for, or one that a page of this site signed.</summary>
internal sealed class PictureRequest(ResizedPictures resized, MediaNotes notes, MediaToken token, MediaServing serving)
{
    public string CacheControl { get; } = $"public, max-age={serving.BrowserCacheDays * 86_400}";

    /// <summary>The resized picture; null when the file itself is to be shown.</summary>
    public async Task<FileInfo?> FindAsync(FileInfo file, string path, IQueryCollection query)
    {
        if (query.Count == 0 || !IsResizable(file.Extension)) return null;
        var command = ResizeCommand.Read(name => query.TryGetValue(name, out var value) ? value.ToString() : null);
        if (command.IsEmpty) return null;
        if (query.ContainsKey("token"))
        {
            if (!token.IsValid(command, query["token"])) return null;
        }
        else if (Untokenized(command) is { } allowed)
        {
            command = allowed;
        }
        else
        {
            return null;
        }

        command = await WithFocusAsync(command, path);
        var format = command.Format.Length > 0 ? "." + command.Format : file.Extension.ToLowerInvariant();
        return await resized.FindAsync(file, command, format) is { } made ? new FileInfo(made) : null;
    }

    // Skia reads GIF but cannot write it; a moving picture in another size would stand still.
    private static bool IsResizable(string extension) => extension.ToLowerInvariant() is ".png" or ".jpg" or ".jpeg" or ".webp";

    private ResizeCommand? Untokenized(ResizeCommand command)
    {
        var fits = (command.Width == 0 || serving.Sizes.Contains(command.Width)) && (command.Height == 0 || serving.Sizes.Contains(command.Height));
        // Without the limit on sizes quality and background would be ways to ask for endless variants.
        return fits ? command with { Anchor = null, Background = "", Quality = command.Quality / 10 * 10 } : null;
    }

    private async Task<ResizeCommand> WithFocusAsync(ResizeCommand command, string path)
    {
        if (command.Mode != ResizeMode.Crop || command.Anchor is not null) return command;
        var note = await notes.ReadAsync(path);
        return note is { FocusX: { } x, FocusY: { } y } ? command with { Anchor = (x, y) } : command;
    }
}
