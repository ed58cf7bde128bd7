using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Content.Fields;

/// <summary>Patterns that texts must match as a whole.</summary>
public static class TextPattern
{
    /// <summary>The expression; null when the pattern is none that can be used: look-around and back references could take forever.</summary>
    public static Regex? Compile(string pattern)
    {
        try
        {
            return new Regex($"^(?:{pattern})\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception trouble) when (trouble is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
