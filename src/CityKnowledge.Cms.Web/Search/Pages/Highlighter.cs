using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CityKnowledge.Cms.Web.Search.Text;
using Lucene.Net.Analysis;

namespace CityKnowledge.Cms.Web.Search.Pages;

/// <summary>Cuts the telling piece out of a text and marks the words that were looked for. What it gives is safe HTML.</summary>
internal sealed class Highlighter
{
    private const int Before = 80;
    private const int Length = 240;
    private const int LongestWord = 64;
    private const int ShortestProse = 60;
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly Analyzer analyzer;
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);
    private readonly List<string> runs = [];

    public Highlighter(Analyzer analyzer, string terms)
    {
        this.analyzer = analyzer;
        foreach (var word in WordQueries.Read(analyzer, "", terms))
        {
            // Words of scripts without spaces are looked for as they are written.
            if (word.Tokens[0].IsPair) runs.Add(terms[word.Tokens[0].Start..word.Tokens[^1].End]);
            else if (!StopWords.English.Contains(word.Tokens[0].Text)) stems.Add(word.Tokens[0].Text);
        }
    }

    /// <summary>The piece of the text that says most of what was looked for, marked; else the beginning of the first text.</summary>
    public string Make(IEnumerable<string> texts)
    {
        // Names and addresses stand beside the snippet already, so what is short comes last.
        var (best, first) = FindBest(texts.Where(IsProse));
        if (best is null && first is null) (best, first) = FindBest(texts.Where(text => !string.IsNullOrWhiteSpace(text)));
        if (best is { } found) return Mark(found.Text, Math.Max(0, found.Start - Before));
        return first is null ? "" : Mark(first, 0);
    }

    private ((string Text, int Start)? Best, string? First) FindBest(IEnumerable<string> texts)
    {
        var all = stems.Count + runs.Count;
        (string Text, int Start, int Count)? best = null;
        string? first = null;
        foreach (var text in texts)
        {
            first ??= text;
            if (Find(text, 0) is not { } match) continue;
            var count = all == 1 ? 1 : CountIn(text, match.Start);
            if (best is null || count > best.Value.Count) best = (text, match.Start, count);
            if (count == all) break;
        }

        return (best is { } found ? (found.Text, found.Start) : null, first);
    }

    private static bool IsProse(string text) => text.Length >= ShortestProse || (text.Length > 0 && text[0] > '\u0E00');

    // How many of the words stand in the piece that would be shown.
    private int CountIn(string text, int start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = start; at < Math.Min(text.Length, start + Length - Before) && Find(text, at) is { } match; at = match.End) seen.Add(KeyOf(text[match.Start..match.End]));
        return seen.Count;
    }

    private string KeyOf(string word) => WordQueries.Read(analyzer, "", word) is [var only, ..] ? only.Tokens[0].Text : word;

    private string Mark(string text, int near)
    {
        var start = near == 0 ? 0 : WordStart(text, near);
        var end = start + Length >= text.Length ? text.Length : WordEnd(text, start + Length);
        var html = new StringBuilder(Length * 2);
        if (start > 0) html.Append("… ");
        for (var at = start; at < end;)
        {
            var match = Find(text, at) is { } found && found.End <= end ? found : (Start: end, End: end);
            Append(html, text.AsSpan(at, match.Start - at));
            if (match.Start < match.End) Append(html.Append("<mark>"), text.AsSpan(match.Start, match.End - match.Start)).Append("</mark>");
            at = Math.Max(match.End, at + 1);
        }

        return (end < text.Length ? html.Append(" …") : html).ToString();
    }

    private (int Start, int End)? Find(string text, int from)
    {
        (int Start, int End)? nearest = FindWord(text, from);
        foreach (var run in runs)
        {
            var at = text.IndexOf(run, from, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (nearest is null || at < nearest.Value.Start)) nearest = (at, at + run.Length);
        }

        return nearest;
    }

    private (int Start, int End)? FindWord(string text, int from)
    {
        if (stems.Count == 0) return null;
        for (var start = from; start < text.Length;)
        {
            if (!IsLetter(text[start]))
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && IsLetter(text[end])) end++;
            if (end - start <= LongestWord && MayMatch(text[start]) && Matches(text[start..end])) return (start, end);
            start = end;
        }

        return null;
    }

    // Most words begin with another letter; only the others are worth the work.
    private bool MayMatch(char letter)
    {
        if (letter >= 0x80) return true;
        foreach (var stem in stems)
        {
            if ((stem[0] | 0x20) == (letter | 0x20)) return true;
        }

        return false;
    }

    private bool Matches(string word) => WordQueries.Read(analyzer, "", word).Exists(found => stems.Contains(found.Tokens[0].Text));

    private static StringBuilder Append(StringBuilder html, ReadOnlySpan<char> text) => html.Append(Encoder.Encode(text.ToString()));

    private static bool IsLetter(char letter) => char.IsLetterOrDigit(letter)
        || letter is '\'' or '’'
        || (letter >= 0x300 && char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static int WordStart(string text, int near)
    {
        var space = text.IndexOf(' ', near);
        return space >= 0 && space - near < Before / 2 ? space + 1 : SafeCut(text, near);
    }

    private static int WordEnd(string text, int near)
    {
        var space = text.LastIndexOf(' ', near, Before / 2);
        return space >= 0 ? space : SafeCut(text, near);
    }

    private static int SafeCut(string text, int at) => at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
