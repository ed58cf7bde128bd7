using System.IO.Compression;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Says by its content what a file is; its name proves nothing.</summary>
internal static class FileSignatures
{
    /// <summary>So many first bytes are looked at.</summary>
    public const int HeadLength = 32;

    private static readonly string[] Pictures = [".png", ".jpg", ".gif", ".webp", ".ico"];

    /// <summary>The extension that fits the content: the given one, or that of the picture it really is; null when the file is something else.</summary>
    /// <param name="extension">As named, with its dot, in lower case.</param>
    public static string? Find(ReadOnlySpan<byte> head, string extension)
    {
        if (Fits(head, extension)) return extension;
        foreach (var picture in Pictures)
        {
            if (Fits(head, picture)) return picture;
        }

        return null;
    }

    /// <summary>What an Office file lacks to be what its name says, or null.</summary>
    public static FormattableString? FindOfficeProblem(string file, string extension)
    {
        var folder = extension switch { ".docx" => "word/", ".xlsx" => "xl/", ".pptx" or ".ppsx" => "ppt/", _ => null };
        try
        {
            using var zip = ZipFile.OpenRead(file);
            if (zip.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return $"The document contains macros. Save it without them and try again.";
            var isRight = folder is null
                ? zip.Entries.Any(entry => entry.FullName == "mimetype")
                : zip.Entries.Any(entry => entry.FullName == "[Content_Types].xml") && zip.Entries.Any(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal));
            return isRight ? null : (FormattableString)$"The content is not that of a {extension} file.";
        }
        catch (InvalidDataException)
        {
            return $"The document is damaged.";
        }
    }

    /// <summary>Whether the extension is that of an Office document in a zip archive.</summary>
    public static bool IsOffice(string extension) => extension is ".docx" or ".xlsx" or ".pptx" or ".ppsx" or ".odt";

    private static bool Fits(ReadOnlySpan<byte> head, string extension) => extension switch
    {
        ".png" => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ".jpg" or ".jpeg" => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        ".gif" => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8),
        ".webp" => IsRiff(head, "WEBP"u8),
        ".ico" => head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0]),
        ".svg" => IsMarkup(head),
        ".pdf" => head.StartsWith("%PDF-"u8),
        ".psd" => head.StartsWith("8BPS"u8),
        ".doc" or ".xls" or ".ppt" or ".pps" => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        _ when IsOffice(extension) => head.StartsWith((ReadOnlySpan<byte>)[0x50, 0x4B, 0x03, 0x04]),
        _ => IsSoundOrFilm(head, extension),
    };

    private static bool IsSoundOrFilm(ReadOnlySpan<byte> head, string extension) => extension switch
    {
        ".mp3" => head.StartsWith("ID3"u8) || (head.Length > 1 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2),
        ".m4a" or ".mp4" or ".m4v" or ".mov" or ".3gp" => head.Length > 8 && (head[4..].StartsWith("ftyp"u8) || (extension == ".mov" && head[4..].StartsWith("moov"u8))),
        ".ogg" or ".ogv" => head.StartsWith("OggS"u8),
        ".wav" => IsRiff(head, "WAVE"u8),
        ".avi" => IsRiff(head, "AVI "u8),
        ".wmv" => head.StartsWith((ReadOnlySpan<byte>)[0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11]),
        ".mpg" => head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xBA]) || head.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xB3]),
        ".webm" => head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]),
        _ => false,
    };

    private static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> kind) => head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith(kind);

    // What kind of markup is told by the XML reader, which looks at all of it.
    private static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) head = head[3..];
        return head.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
    }
}
