using System.Globalization;
using System.Text;

namespace CityKnowledge.Cms.Content.Patterns;

/// <summary>Makes the readable part of an address from a title.</summary>
public static class Slug
{
    /// <summary>
    /// Lower case, without diacritics; punctuation, spaces and hyphens become one hyphen, none at the ends. Underscores and
    /// letters of every script stay: <c>Smith, John B...</c> gives <c>smith-john-b</c>.
    /// </summary>
    public static string Make(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var slug = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsDiacritic(rune)) continue;
            if (!IsKept(rune))
            {
                gap = slug.Length > 0;
                continue;
            }

            if (gap) slug.Append('-');
            gap = false;
            slug.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return slug.ToString().Normalize(NormalizationForm.FormC);
    }

    // The combining marks of Latin, Greek and Cyrillic; those of Indic and other scripts are vowels and belong to the word.
    private static bool IsDiacritic(Rune rune) =>
        rune.Value is (>= 0x0300 and <= 0x036F) or (>= 0x1AB0 and <= 0x1AFF) or (>= 0x1DC0 and <= 0x1DFF) or (>= 0x20D0 and <= 0x20FF) or (>= 0xFE20 and <= 0xFE2F);

    private static bool IsKept(Rune rune) =>
        rune.Value == '_' || Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
