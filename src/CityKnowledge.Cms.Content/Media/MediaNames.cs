using System.Globalization;
using System.Text;

namespace CityKnowledge.Cms.Content.Media;

/// <summary>Makes names of files and folders that every disk, address and command line bears.</summary>
public static class MediaNames
{
    private const int Longest = 100;

    private static readonly HashSet<string> Devices = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON", "PRN", "AUX", "NUL", "CLOCK$",
        "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8", "COM9",
        "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
    };

    /// <summary>The name without its folder, made safe; the extension is in lower case. <c>../Été 1.php.JPG</c> → <c>Été-1-php.jpg</c>.</summary>
    public static string OfFile(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var extension = Path.GetExtension(last);
        var stem = Clean(extension.Length > 0 ? last[..^extension.Length] : last);
        return (stem.Length == 0 ? "file" : stem) + extension.ToLowerInvariant();
    }

    /// <summary>The name of a folder made safe; empty when nothing usable is left.</summary>
    public static string OfFolder(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Clean(name);
    }

    // Letters and digits of all scripts stay; everything else, dots too, becomes one hyphen.
    private static string Clean(string text)
    {
        var made = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (made.Length >= Longest) break;
            if (Rune.IsLetterOrDigit(rune) || rune.Value == '_' || IsMark(rune)) made.Append(rune.ToString());
            else if (made.Length > 0 && made[^1] != '-') made.Append('-');
        }

        var name = made.ToString().Trim('-', '_');
        return Devices.Contains(name) ? name + "-1" : name;
    }

    // Vowel signs of Devanagari, Arabic and other scripts are marks, not letters.
    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
