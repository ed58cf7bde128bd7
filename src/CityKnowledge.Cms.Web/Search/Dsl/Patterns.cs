using System.Text;
using System.Text.RegularExpressions;

namespace CityKnowledge.Cms.Web.Search.Dsl;

/// <summary>Makes queries from wildcards and regular expressions.</summary>
internal static class Patterns
{
    private const int LongestPattern = 200;
    private const int MostRepetitions = 1000;

    public static PatternQuery Wildcard(string field, string pattern, string at)
    {
        CheckLength(pattern, at);
        var special = pattern.IndexOfAny(['*', '?', '\\']);
        var prefix = special < 0 ? pattern : pattern[..special];
        return new PatternQuery(field, pattern, prefix, term => IsMatch(term, pattern));
    }

    public static PatternQuery Regexp(string field, string pattern, string at)
    {
        CheckLength(pattern, at);
        var regex = ToRegex(pattern, at);
        return new PatternQuery(field, $"/{pattern}/", LiteralStart(pattern), term => regex.IsMatch(term));
    }

    private static void CheckLength(string pattern, string at)
    {
        if (pattern.Length > LongestPattern) throw ClauseReader.Problem(at, $"the pattern is longer than {LongestPattern} characters");
    }

    // Goes back to the last star only: time is at most the product of both lengths.
    private static bool IsMatch(ReadOnlySpan<char> text, ReadOnlySpan<char> pattern)
    {
        int t = 0, p = 0, star = -1, afterStar = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, afterStar) = (p++, t);
                continue;
            }

            var escaped = p + 1 < pattern.Length && pattern[p] == '\\';
            var letter = escaped ? p + 1 : p;
            if (letter < pattern.Length && ((!escaped && pattern[letter] == '?') || pattern[letter] == text[t])) (p, t) = (letter + 1, t + 1);
            else if (star >= 0) (p, t) = (star + 1, ++afterStar);
            else return false;
        }

        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }

    private static string LiteralStart(string pattern)
    {
        var end = 0;
        while (end < pattern.Length && (char.IsLetterOrDigit(pattern[end]) || pattern[end] is ' ' or '-' or '_')) end++;
        // The last letter may be repeated or optional, and "a|b" begins with either.
        if (pattern.Contains('|', StringComparison.Ordinal)) return "";
        return end == pattern.Length ? pattern : pattern[..Math.Max(0, end - 1)];
    }

    private static Regex ToRegex(string pattern, string at)
    {
        var regex = new StringBuilder(@"\A(?:", pattern.Length + 16);
        var repetitions = 1L;
        for (var i = 0; i < pattern.Length; i++) i = Translate(pattern, i, regex, ref repetitions, at);
        if (repetitions > MostRepetitions) throw ClauseReader.Problem(at, $"the pattern repeats its parts more than {MostRepetitions} times");
        try
        {
            return new Regex(regex.Append(@")\z").ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
        }
        catch (Exception trouble) when (trouble is ArgumentException or NotSupportedException)
        {
            throw ClauseReader.Problem(at, $"'{pattern}' is no regular expression that can be used here");
        }
    }

    // Lucene's dialect: always the whole term, ^ and $ are letters, "…" is taken as it is, @ is anything.
    private static int Translate(string pattern, int i, StringBuilder regex, ref long repetitions, string at)
    {
        switch (pattern[i])
        {
            case '\\' when i + 1 < pattern.Length:
                regex.Append(Regex.Escape(pattern[i + 1].ToString()));
                return i + 1;
            case '"' when pattern.IndexOf('"', i + 1) is var end and > 0:
                regex.Append(Regex.Escape(pattern[(i + 1)..end]));
                return end;
            case '{' when pattern.IndexOf('}', i) is var end and > 0:
                repetitions *= Math.Max(1, HighestNumber(pattern[(i + 1)..end]));
                regex.Append(pattern, i, end - i + 1);
                return end;
            case '^' or '$': regex.Append('\\').Append(pattern[i]); return i;
            case '@': regex.Append(".*"); return i;
            case '~' or '&' or '<' or '#': throw ClauseReader.Problem(at, $"'{pattern[i]}' is not supported in regular expressions; write \\{pattern[i]} for the character");
            case '(' when i + 1 < pattern.Length && pattern[i + 1] == '?': throw ClauseReader.Problem(at, "'(?' is not supported in regular expressions");
            default: regex.Append(pattern[i]); return i;
        }
    }

    private static long HighestNumber(string bounds) =>
        bounds.Split(',').Select(bound => long.TryParse(bound, out var number) ? Math.Min(number, MostRepetitions + 1) : 1).Max();
}
