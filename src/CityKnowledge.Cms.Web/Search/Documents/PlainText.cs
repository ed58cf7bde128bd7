using System.Net;
using System.Text;

namespace CityKnowledge.Cms.Web.Search.Documents;

/// <summary>The words of HTML and Markdown, without tags, marks and addresses.</summary>
internal static class PlainText
{
    public static string OfHtml(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal)) return Decode(html);
        var text = new StringBuilder(html.Length);
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '<' && i + 1 < html.Length && (char.IsAsciiLetter(html[i + 1]) || html[i + 1] is '/' or '!' or '?'))
            {
                i = SkipTag(html, i);
                text.Append(' ');
            }
            else
            {
                text.Append(html[i++]);
            }
        }

        return Decode(text.ToString());
    }

    public static string OfMarkdown(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        var lineStart = true;
        for (var i = 0; i < markdown.Length; i++)
        {
            var letter = markdown[i];
            if (lineStart && letter is ' ' or '\t' or '#' or '>' or '-' or '+' or '*') continue;
            lineStart = letter == '\n';
            if (IsRule(markdown, i)) i = markdown.AsSpan(i).IndexOfAnyExcept('-') is >= 0 and var run ? i + run - 1 : markdown.Length;
            else if (letter == ']' && i + 1 < markdown.Length && markdown[i + 1] == '(') i = SkipTo(markdown, ')', i + 2);
            else if (letter is '*' or '`' or '[' or ']' or '~' || (letter == '!' && i + 1 < markdown.Length && markdown[i + 1] == '[')) continue;
            else if (letter == '_' && IsEdge(markdown, i)) continue;
            else text.Append(letter is '|' or '\n' or '\r' ? ' ' : letter);
        }

        return OfHtml(text.ToString());
    }

    // The line under the head of a table.
    private static bool IsRule(string markdown, int at) => markdown.AsSpan(at).StartsWith("---", StringComparison.Ordinal);

    private static string Decode(string text) => text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;

    private static int SkipTag(string html, int start)
    {
        if (string.CompareOrdinal(html, start, "<!--", 0, 4) == 0) return After(html, "-->", start);
        var end = SkipTo(html, '>', start) + 1;
        // What stands inside these two is no text.
        if (IsTag(html, start, "script")) return After(html, "</script>", end);
        return IsTag(html, start, "style") ? After(html, "</style>", end) : end;
    }

    private static bool IsTag(string html, int start, string name) =>
        string.Compare(html, start + 1, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) == 0
        && start + 1 + name.Length < html.Length && !char.IsAsciiLetterOrDigit(html[start + 1 + name.Length]);

    private static int After(string text, string end, int from)
    {
        var at = text.IndexOf(end, from, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? text.Length : at + end.Length;
    }

    private static int SkipTo(string text, char end, int from)
    {
        var at = text.IndexOf(end, from);
        return at < 0 ? text.Length : at;
    }

    private static bool IsEdge(string text, int at) =>
        at == 0 || at == text.Length - 1 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at + 1]);
}
