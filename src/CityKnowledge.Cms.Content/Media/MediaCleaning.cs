namespace CityKnowledge.Cms.Content.Media;

/// <summary>A file made harmless, lying ready.</summary>
/// <param name="Name">Its safe name, with the extension of what it really is.</param>
/// <param name="File">Full path; null when it was refused.</param>
/// <param name="Reason">Why it was refused, or null.</param>
public sealed record CleanedMedia(string Name, string? File, FormattableString? Reason);

/// <summary>Checks what a file is and takes out what has no business in it.</summary>
public sealed class MediaCleaning(MediaFolder media, MediaLimits limits, Pictures pictures)
{
    /// <param name="name">A safe name.</param>
    /// <param name="folder">An empty folder for the files made on the way.</param>
    public async Task<CleanedMedia> CleanAsync(Stream content, string name, string folder, CancellationToken cancel)
    {
        var (raw, clean) = (Path.Combine(folder, "raw"), Path.Combine(folder, "clean"));
        if (await CopyAsync(content, raw, cancel) is { } excess) return Refused(name, excess);
        var named = Path.GetExtension(name);
        if (await FindKindAsync(raw, named, cancel) is not { } kind || !media.Allows(kind)) return Refused(name, $"The content is not that of a {named} file.");
        var known = Path.ChangeExtension(name, kind);
        if (kind == ".svg") return await SvgCleaning.CleanAsync(raw, clean, cancel) is { } bad ? Refused(known, bad) : new CleanedMedia(known, clean, null);
        if (Pictures.IsPicture(kind)) return await pictures.CleanAsync(raw, clean, kind, cancel) is { } broken ? Refused(known, broken) : new CleanedMedia(known, clean, null);
        if (FileSignatures.IsOffice(kind) && FileSignatures.FindOfficeProblem(raw, kind) is { } problem) return Refused(known, problem);
        if (kind is ".mp4" or ".m4v" or ".mov" or ".m4a" or ".3gp") await FilmCleaning.CleanAsync(raw, cancel);
        return new CleanedMedia(known, raw, null);
    }

    private static CleanedMedia Refused(string name, FormattableString reason) => new(name, null, reason);

    private async Task<FormattableString?> CopyAsync(Stream content, string file, CancellationToken cancel)
    {
        await using var output = File.Create(file);
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0;)
        {
            if (output.Length + read > limits.FileSize) return $"The file is larger than {limits.FileSize / 1_000_000} MB.";
            await output.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        return output.Length == 0 ? (FormattableString)$"The file is empty." : null;
    }

    private static async Task<string?> FindKindAsync(string file, string named, CancellationToken cancel)
    {
        var head = new byte[FileSignatures.HeadLength];
        await using var input = File.OpenRead(file);
        var length = await input.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        return FileSignatures.Find(head.AsSpan(0, length), named);
    }
}
