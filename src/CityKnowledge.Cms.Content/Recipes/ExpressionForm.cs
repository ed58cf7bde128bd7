using System.Runtime.InteropServices;
using System.Text.Json;

namespace CityKnowledge.Cms.Content.Recipes;

/// <summary>Tells expressions such as <c>[js: uuid()]</c> from text that only looks like one.</summary>
internal static class ExpressionForm
{
    /// <summary>Prefix and script of <c>[letters: script]</c>; false for everything else.</summary>
    public static bool TrySplit(string text, out string prefix, out string script)
    {
        (prefix, script) = ("", "");
        if (text.Length < 3 || text[0] != '[' || text[^1] != ']') return false;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2) return false;
        foreach (var letter in text.AsSpan(1, colon - 1))
        {
            if (!char.IsAsciiLetter(letter)) return false;
        }

        (prefix, script) = (text[1..colon], text[(colon + 1)..^1]);
        return true;
    }

    /// <summary>Whether some string in the JSON may be an expression. Most items of a recipe hold none, or few.</summary>
    public static bool MayOccurIn(JsonElement json)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        for (var at = raw.IndexOf("\"["u8); at >= 0; at = raw.IndexOf("\"["u8))
        {
            raw = raw[(at + 2)..];
            if (StartsWithPrefix(raw)) return true;
        }

        return false;
    }

    private static bool StartsWithPrefix(ReadOnlySpan<byte> raw)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] == ':') return i > 0;
            if (!char.IsAsciiLetter((char)raw[i])) return false;
        }

        return false;
    }
}
