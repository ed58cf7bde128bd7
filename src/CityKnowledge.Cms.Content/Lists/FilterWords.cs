namespace CityKnowledge.Cms.Content.Lists;

/// <summary>One word of a filter as people type it: <c>type:Practice</c>, <c>"bus lane"</c>, <c>(</c>.</summary>
/// <param name="Name">What stands before the colon, in lower case; null for a plain word.</param>
internal sealed record FilterWord(string? Name, string Value, bool IsQuoted = false)
{
    public bool Is(string plain) => Name is null && !IsQuoted && Value == plain;

    /// <summary>The value as it is typed: in quotes when it would not be one word.</summary>
    public static string Write(string value) => value.Length > 0 && !value.Any(character => char.IsWhiteSpace(character) || character is '(' or ')' or '"' or ':')
        ? value
        : $"\"{value.Replace("\"", "", StringComparison.Ordinal)}\"";
}

/// <summary>Takes the text of a filter apart. Every text has a meaning: nothing that can be typed is an error.</summary>
internal sealed class FilterWords
{
    private const int LongestText = 1_000;
    private const int MostWords = 40;
    private readonly string text;
    private readonly IReadOnlySet<string> names;
    private int at;

    private FilterWords(string text, IReadOnlySet<string> names) => (this.text, this.names) = (text, names);

    /// <param name="names">Names that may stand before a colon; other colons belong to their word.</param>
    public static IReadOnlyList<FilterWord> Read(string? text, IReadOnlySet<string> names)
    {
        var whole = text ?? "";
        return new FilterWords(whole.Length > LongestText ? whole[..LongestText] : whole, names).ReadAll();
    }

    private List<FilterWord> ReadAll()
    {
        var words = new List<FilterWord>();
        while (words.Count < MostWords)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at == text.Length) break;
            words.Add(ReadOne());
        }

        return words;
    }

    private FilterWord ReadOne()
    {
        if (text[at] is '(' or ')') return new FilterWord(null, text[at++].ToString());
        if (text[at] == '"') return new FilterWord(null, ReadQuoted(), IsQuoted: true);
        var start = at;
        while (!AtEnd && text[at] != ':') at++;
        if (at < text.Length && text[at] == ':' && names.Contains(text[start..at])) return ReadValue(text[start..at++].ToLowerInvariant());
        while (!AtEnd) at++;
        return new FilterWord(null, text[start..at]);
    }

    private FilterWord ReadValue(string name)
    {
        if (at < text.Length && text[at] == '"') return new FilterWord(name, ReadQuoted(), IsQuoted: true);
        var start = at;
        while (!AtEnd) at++;
        return new FilterWord(name, text[start..at]);
    }

    private bool AtEnd => at == text.Length || char.IsWhiteSpace(text[at]) || text[at] is '(' or ')';

    private string ReadQuoted()
    {
        var start = ++at;
        while (at < text.Length && text[at] != '"') at++;
        var quoted = text[start..at];
        if (at < text.Length) at++;
        return quoted;
    }
}
